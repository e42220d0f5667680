import { engineTitle } from '../engines/engineNames.ts';
import type { Snapshot } from '../learning/engine.ts';
import type { Command, CommandBody, StartCommand } from './protocol/commands.ts';
import type { EventBody, SessionEvent } from './protocol/events.ts';
import type { WorkerPool } from './workerPool.ts';

/** The run that began last. */
interface Run {
  readonly number: number;
  /** The command that would begin it again as it now is. */
  start: StartCommand;
  training: boolean;
  /** Requests for the model that were not answered yet. */
  saves: number;
}

/** The run is given up after this many crashes within a minute. */
const mostCrashes = 3;
const minute = 60_000;

/**
 * The page's side of a session: passes commands to its worker and events back, and drops events of
 * older runs. When the worker crashes, the session begins again in another one from the last
 * snapshot, on the engine that needs least, and says so in an `engine` event; when that keeps
 * happening, the run has failed.
 *
 * Commands must be plain data: proxies, such as Svelte's, cannot be posted.
 */
export class TrainingClient {
  /** The number of the session within its pool; each command carries it. */
  readonly session: number;
  readonly #pool: WorkerPool;
  readonly #receive: (event: SessionEvent) => void;
  readonly #now: () => number;
  #placed = false;
  #run: Run | undefined;
  /** Beginning of the sentence that reports the first engine after a crash; empty otherwise. */
  #trouble = '';
  #crashes: readonly number[] = [];

  /** `now`: milliseconds. */
  constructor(
    pool: WorkerPool,
    receive: (event: SessionEvent) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#pool = pool;
    this.#receive = receive;
    this.#now = now;
    this.session = pool.newSession();
  }

  send(command: Command): void {
    if (command.kind === 'start') this.#begin(command, command.run);
    else if (command.run !== this.#run?.number) return;
    else this.#remember(command, this.#run);

    if (this.#placed) this.#pool.post(command);
    else if (command.kind === 'save') this.#refuseSaves();
  }

  /** Ends the session; nothing is received any more. */
  dispose(): void {
    this.#refuseSaves();
    if (this.#run) this.#post({ kind: 'end' });
    this.#run = undefined;
    this.#pool.remove(this.session);
    this.#placed = false;
  }

  #begin(start: StartCommand, number: number): void {
    this.#refuseSaves();
    this.#run = { number, start, training: false, saves: 0 };
    this.#trouble = '';
    if (!this.#placed) this.#place();
  }

  #remember(command: Exclude<CommandBody, StartCommand>, run: Run): void {
    run.start = changed(run.start, command);
    if (command.kind === 'save') run.saves++;
  }

  #take(event: SessionEvent): void {
    const run = this.#run;
    if (event.run !== run?.number) return;
    if (event.kind === 'snapshot') run.start = { ...run.start, snapshot: event.snapshot };
    if (event.kind === 'phase') run.training = event.phase === 'training';
    if (event.kind === 'model') run.saves--;
    if (event.kind === 'refused' && event.command === 'save') run.saves--;
    if (event.kind === 'engine' && this.#trouble !== '') {
      const reason = `${this.#trouble} ${engineTitle(event.engine)}.`;
      this.#trouble = '';
      this.#receive({ ...event, reason, trouble: true });
    } else this.#receive(event);
  }

  #crash(event: Event): void {
    const now = this.#now();
    this.#placed = false;
    this.#crashes = [...this.#crashes.filter((time) => now - time < minute), now];
    if (this.#crashes.length < mostCrashes) this.#revive();
    else this.#giveUp(`The training worker stopped ${mostCrashes} times within a minute`, event);
  }

  #revive(): void {
    const run = this.#run;
    if (!run) return;
    this.#place();
    if (!this.#placed) return;
    this.#trouble = troubleWords(run);
    this.#post({ ...run.start, engine: 'safest' });
    if (run.training) this.#post({ kind: 'train' });
    for (let i = 0; i < run.saves; i++) this.#post({ kind: 'save' });
  }

  #giveUp(sentence: string, cause: unknown): void {
    const reason = `${sentence}${causeOf(cause)}; reset to try again.`;
    if (this.#run) this.#run.training = false;
    this.#report({ kind: 'phase', phase: 'failed', reason });
    this.#refuseSaves();
  }

  #refuseSaves(): void {
    const message = 'The model was not saved, because its run has ended.';
    for (; this.#run && this.#run.saves > 0; this.#run.saves--) {
      this.#report({ kind: 'refused', command: 'save', message });
    }
  }

  #place(): void {
    try {
      this.#pool.place(this.session, {
        receive: (event) => this.#take(event),
        crash: (event) => this.#crash(event),
      });
      this.#placed = true;
    } catch (error) {
      this.#giveUp('The training worker could not be started', error);
    }
  }

  #post(body: CommandBody): void {
    if (this.#run) this.#pool.post({ ...body, session: this.session, run: this.#run.number });
  }

  #report(event: EventBody): void {
    if (this.#run) this.#receive({ ...event, session: this.session, run: this.#run.number });
  }
}

/** The start of a run that was given that command since. */
function changed(start: StartCommand, command: Exclude<CommandBody, StartCommand>): StartCommand {
  switch (command.kind) {
    case 'changeTraining': {
      const { training, stopping } = command;
      const another = training.updater !== start.configuration.training.updater;
      const snapshot = another ? withoutUpdater(start.snapshot) : start.snapshot;
      const configuration = { ...start.configuration, training, stopping };
      return { ...start, configuration, snapshot };
    }
    case 'changeSamples': {
      const { samples, samplesVersion } = command;
      return { ...start, samples, samplesVersion };
    }
    case 'changeSpeed':
      return { ...start, stepsPerFrame: command.stepsPerFrame };
    case 'watch':
      return { ...start, watches: command.watches };
    case 'restore':
      return { ...start, snapshot: command.snapshot };
    case 'changeEngine':
      return { ...start, engine: command.engine, findings: command.findings ?? start.findings };
    default:
      return start;
  }
}

/** An updater state of no length fits no updater, and so begins at zero. */
function withoutUpdater(snapshot: Snapshot | undefined): Snapshot | undefined {
  return snapshot && { ...snapshot, updaterState: new Float32Array() };
}

function troubleWords({ start, training }: Run): string {
  const step = start.snapshot?.progress.step ?? 0;
  const stopped = 'The training worker stopped unexpectedly';
  if (training) return `${stopped}; training continues from step ${step} in`;
  return `${stopped}; the run is back at step ${step}, in`;
}

/** The message of an Error or an ErrorEvent, in brackets; empty where there is none. */
function causeOf(cause: unknown): string {
  const named = typeof cause === 'object' && cause !== null && 'message' in cause;
  if (!named || typeof cause.message !== 'string' || cause.message === '') return '';
  return ` (${cause.message.replace(/\.$/, '')})`;
}
