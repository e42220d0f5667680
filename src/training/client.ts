import { engineTitle } from '../engines/engineNames.ts';
import type { Snapshot } from '../learning/engine.ts';
import type { Command, Report, SessionEvent } from './protocol/messages.ts';

/** The part of a Worker that the client needs. */
export interface WorkerPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: Event) => void,
  ): void;
  terminate(): void;
}

type Start = Extract<Command, { kind: 'start' }>;

/** So many crashes within a minute are too many. */
const crashesTooMany = 3;
const minute = 60_000;

/**
 * The page's side of the training worker: passes commands there and events back, and drops events
 * of older runs. When the worker dies, it starts another one from the last snapshot, on the SIMD
 * engine if that may be used, and says so in an `engine` event; when that keeps happening, the run
 * has failed.
 *
 * Commands must be plain data: proxies, such as Svelte's, do not pass.
 */
export class TrainingClient {
  readonly #createWorker: () => WorkerPort;
  readonly #receive: (event: SessionEvent) => void;
  readonly #now: () => number;
  #port: WorkerPort | undefined;
  /** The command that would begin the run again as it now stands. */
  #start: Start | undefined;
  #training = false;
  #savesAsked = 0;
  /** What is to be said with the first engine of a worker that replaces a dead one, before its name. */
  #trouble = '';
  #crashes: number[] = [];

  /** `now`: milliseconds. */
  constructor(
    createWorker: () => WorkerPort,
    receive: (event: SessionEvent) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#createWorker = createWorker;
    this.#receive = receive;
    this.#now = now;
  }

  send(command: Command): void {
    if (command.kind === 'start') this.#beginRun(command);
    else if (command.run !== this.#start?.run) return;
    else this.#remember(command, this.#start);

    if (this.#port) this.#post(command);
    else if (command.kind === 'save') this.#refuseSaves();
  }

  /** Ends the worker; nothing is received any more. */
  dispose(): void {
    this.#refuseSaves();
    this.#start = undefined;
    this.#disconnect();
  }

  #beginRun(start: Start): void {
    this.#refuseSaves();
    this.#start = start;
    this.#training = false;
    this.#trouble = '';
    if (!this.#port) this.#connect();
  }

  #remember(command: Exclude<Command, Start>, start: Start): void {
    switch (command.kind) {
      case 'configure': {
        const { training, stopping } = command;
        const another = training.updater !== start.configuration.training.updater;
        const snapshot = another ? withoutUpdater(start.snapshot) : start.snapshot;
        const configuration = { ...start.configuration, training, stopping };
        this.#start = { ...start, configuration, snapshot };
        return;
      }
      case 'speed':
        this.#start = { ...start, stepsPerFrame: command.stepsPerFrame };
        return;
      case 'view':
        this.#start = { ...start, view: command.view };
        return;
      case 'restore':
        this.#start = { ...start, snapshot: command.snapshot };
        return;
      case 'engine':
        this.#start = { ...start, ...(command.findings && { findings: command.findings }) };
        return;
      case 'save':
        this.#savesAsked++;
    }
  }

  #take(event: SessionEvent): void {
    if (!this.#start || event.run !== this.#start.run) return;
    switch (event.kind) {
      case 'snapshot':
        this.#start = { ...this.#start, snapshot: event.snapshot };
        break;
      case 'phase':
        this.#training = event.phase === 'training';
        break;
      case 'model':
        this.#savesAsked--;
        break;
      case 'refused':
        if (event.command === 'save') this.#savesAsked--;
        break;
      case 'engine':
        if (this.#trouble === '') break;
        this.#receive({
          ...event,
          reason: `${this.#trouble} ${engineTitle(event.engine)}.`,
          trouble: true,
        });
        this.#trouble = '';
        return;
    }
    this.#receive(event);
  }

  #crash(event: Event): void {
    const now = this.#now();
    event.preventDefault(); // it is seen to here, the window need not hear of it
    this.#disconnect();
    this.#crashes = [...this.#crashes.filter((time) => now - time < minute), now];
    if (this.#crashes.length < crashesTooMany) this.#revive();
    else this.#giveUp(`The training worker stopped ${crashesTooMany} times within a minute`, event);
  }

  #revive(): void {
    const start = this.#start;
    if (!start) return;
    this.#connect();
    if (!this.#port) return;
    const { run } = start;
    this.#trouble = troubleWords(start.snapshot?.progress.step ?? 0, this.#training);
    this.#post({ ...start, engine: 'simd' });
    if (this.#training) this.#post({ run, kind: 'train' });
    for (let i = 0; i < this.#savesAsked; i++) this.#post({ run, kind: 'save' });
  }

  #giveUp(sentence: string, cause: unknown): void {
    const reason = `${sentence}${causeOf(cause)}; reset to try again.`;
    this.#training = false;
    this.#report({ kind: 'phase', phase: 'failed', reason });
    this.#refuseSaves();
  }

  #refuseSaves(): void {
    const message = 'The model was not saved, because its run has ended.';
    for (; this.#savesAsked > 0; this.#savesAsked--) {
      this.#report({ kind: 'refused', command: 'save', message });
    }
  }

  #report(report: Report): void {
    if (this.#start) this.#receive({ ...report, run: this.#start.run });
  }

  #connect(): void {
    try {
      const port = this.#createWorker();
      // A dead worker may have sent something that is still on its way.
      const listen = (take: (event: Event) => void) => (event: Event) => {
        if (port === this.#port) take(event);
      };
      // The worker is our own, so what it sends is what the types say.
      port.addEventListener(
        'message',
        listen((event) => this.#take((event as MessageEvent<SessionEvent>).data)),
      );
      port.addEventListener(
        'error',
        listen((event) => this.#crash(event)),
      );
      port.addEventListener(
        'messageerror',
        listen((event) => this.#crash(event)),
      );
      this.#port = port;
    } catch (error) {
      this.#giveUp('The training worker could not be started', error);
    }
  }

  #disconnect(): void {
    this.#port?.terminate();
    this.#port = undefined;
  }

  #post(command: Command): void {
    const transfer = command.kind === 'painted' ? [...command.buffers] : [];
    this.#port?.postMessage(command, transfer);
  }
}

/** An updater state of no length fits no updater, and so begins at zero. */
function withoutUpdater(snapshot: Snapshot | undefined): Snapshot | undefined {
  return snapshot && { ...snapshot, updaterState: new Float32Array() };
}

function troubleWords(step: number, training: boolean): string {
  const stopped = 'The training worker stopped unexpectedly';
  if (training) return `${stopped}; training goes on from step ${step} in`;
  return `${stopped}; the run stands at step ${step} again, in`;
}

/** The message of an Error or an ErrorEvent, in brackets; empty where there is none. */
function causeOf(cause: unknown): string {
  const named = typeof cause === 'object' && cause !== null && 'message' in cause;
  if (!named || typeof cause.message !== 'string' || cause.message === '') return '';
  return ` (${cause.message.replace(/\.$/, '')})`;
}
