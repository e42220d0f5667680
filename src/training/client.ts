import { engineTitle } from '../engines/engineNames.ts';
import type { Snapshot } from '../learning/engine.ts';
import type { Command, CommandBody, StartCommand } from './protocol/commands.ts';
import type { EventBody, Phase, SessionEvent } from './protocol/events.ts';
import { isSign, type SessionMessage } from './protocol/signs.ts';
import { pageTimer, type Timer } from './timer.ts';
import { Watchdog } from './watchdog.ts';
import type { WorkerPool, WorkerTrouble } from './workerPool.ts';

/** The run that began last. */
interface Run {
  readonly number: number;
  /** The command that would begin it again as it now is. */
  start: StartCommand;
  /** Whether it has reported nothing yet but that it starts. */
  starting: boolean;
  /** Whether it trains, or was told to and has not answered yet. */
  training: boolean;
  /** Requests for the model that were not answered yet. */
  saves: number;
}

/** The run is given up after this many crashes within a minute, or in a row without an event between. */
const mostCrashes = 3;
const minute = 60_000;

/**
 * Beats (about seconds) of silence after which a worker counts as hung. One step of the largest
 * network takes about a second, compiling on a slow driver or fetching tfjs some ten.
 */
const patience = { usual: 10, hard: 60 };

/** The same when the user resets: only the run that is given up anyway could be lost. */
const resetPatience = { usual: 3, hard: 10 };

/**
 * The page's side of a session: passes commands to its worker and events back, and drops events of
 * older runs. When the worker crashes or hangs, the session begins again in another one from the
 * last snapshot, on the engine that needs least, and says so in an `engine` event; when that keeps
 * happening, the run has failed.
 *
 * Commands must be plain data: proxies, such as Svelte's, cannot be posted.
 */
export class TrainingClient {
  /** The number of the session within its pool; each command carries it. */
  readonly session: number;
  readonly #pool: WorkerPool;
  readonly #receive: (event: SessionEvent) => void;
  readonly #timer: Timer;
  readonly #watchdog: Watchdog;
  #placed = false;
  #run: Run | undefined;
  /** Beginning of the sentence that reports the first engine after a crash; empty otherwise. */
  #trouble = '';
  /** Times of the crashes within the last minute. */
  #crashes: readonly number[] = [];
  /** Crashes since something came from the session. */
  #vainCrashes = 0;

  constructor(pool: WorkerPool, receive: (event: SessionEvent) => void, timer = pageTimer) {
    this.#pool = pool;
    this.#receive = receive;
    this.#timer = timer;
    this.session = pool.newSession();
    this.#watchdog = new Watchdog(
      {
        ping: (ping) => this.#post({ kind: 'ping', ping }),
        isActive: () => this.#isActive(),
        patience: () => this.#chosen(patience),
        onhang: () => pool.giveUp(this.session),
      },
      timer,
    );
  }

  send(command: Command): void {
    if (command.kind === 'start') this.#begin(command, command.run);
    else if (command.run !== this.#run?.number) return;
    else this.#pass(command, this.#run);
  }

  /** Ends the session; nothing is received any more. */
  dispose(): void {
    this.#refuseSaves();
    this.#watchdog.end();
    if (this.#run) this.#post({ kind: 'end' });
    this.#run = undefined;
    this.#pool.remove(this.session);
    this.#placed = false;
  }

  #begin(start: StartCommand, number: number): void {
    this.#refuseSaves();
    this.#run = { number, start, starting: true, training: false, saves: 0 };
    this.#trouble = '';
    if (this.#watchdog.silence >= this.#chosen(resetPatience)) {
      this.#watchdog.end();
      this.#pool.leave(this.session);
      this.#placed = false;
      this.#revive('stopped answering');
      return;
    }
    if (!this.#placed) this.#place();
    this.#post(start);
    if (this.#placed) this.#watchdog.expect();
  }

  #pass(command: Command & Exclude<CommandBody, StartCommand>, run: Run): void {
    run.start = changed(run.start, command);
    if (command.kind === 'train') run.training = true;
    if (command.kind === 'pause') run.training = false;
    if (command.kind === 'save') run.saves++;
    this.#post(command);
    if (!this.#placed) this.#refuseSaves();
    else if (command.kind !== 'acknowledge') this.#watchdog.expect();
  }

  #take(message: SessionMessage): void {
    this.#vainCrashes = 0;
    this.#watchdog.hear(message.kind === 'pong' ? message.ping : undefined);
    if (!isSign(message)) this.#takeEvent(message);
  }

  #takeEvent(event: SessionEvent): void {
    const run = this.#run;
    if (event.run !== run?.number) return;
    if (event.kind === 'snapshot') run.start = { ...run.start, snapshot: event.snapshot };
    if (event.kind === 'phase') this.#notePhase(event.phase, run);
    if (event.kind === 'model') run.saves--;
    if (event.kind === 'refused' && event.command === 'save') run.saves--;
    if (event.kind === 'engine' && this.#trouble !== '') {
      const reason = `${this.#trouble} ${engineTitle(event.engine)}.`;
      this.#trouble = '';
      this.#receive({ ...event, reason, trouble: true });
    } else this.#receive(event);
  }

  #notePhase(phase: Phase, run: Run): void {
    run.starting = phase === 'starting';
    // These two answer a start, and may come when training was already asked for.
    if (phase !== 'starting' && phase !== 'ready') run.training = phase === 'training';
    if (this.#isActive()) this.#watchdog.watch();
  }

  #isActive(): boolean {
    return this.#run !== undefined && (this.#run.starting || this.#run.training);
  }

  #chosen({ usual, hard }: { readonly usual: number; readonly hard: number }): number {
    return this.#pool.mayTakeLong(this.session) ? hard : usual;
  }

  #crash(trouble: WorkerTrouble, cause: Event | undefined): void {
    const now = this.#timer.now();
    this.#watchdog.end();
    this.#placed = false;
    this.#vainCrashes++;
    this.#crashes = [...this.#crashes.filter((time) => now - time < minute), now];
    if (this.#crashes.length >= mostCrashes) {
      this.#giveUp(`The training worker stopped ${mostCrashes} times within a minute`, cause);
    } else if (this.#vainCrashes >= mostCrashes) {
      this.#giveUp(
        `The training worker was started ${mostCrashes} times and did not answer`,
        cause,
      );
    } else this.#revive(trouble);
  }

  #revive(trouble: WorkerTrouble): void {
    const run = this.#run;
    if (!run) return;
    this.#place();
    if (!this.#placed) return;
    this.#trouble = troubleWords(trouble, run);
    this.#post({ ...run.start, engine: 'safest' });
    if (run.training) this.#post({ kind: 'train' });
    for (let i = 0; i < run.saves; i++) this.#post({ kind: 'save' });
    this.#watchdog.expect();
  }

  #giveUp(sentence: string, cause: unknown): void {
    const reason = `${sentence}${causeOf(cause)}; reset to try again.`;
    if (this.#run) Object.assign(this.#run, { starting: false, training: false });
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
        receive: (message) => this.#take(message),
        crash: (trouble, cause) => this.#crash(trouble, cause),
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

function troubleWords(trouble: WorkerTrouble, { start, training }: Run): string {
  const step = start.snapshot?.progress.step ?? 0;
  const stopped = `The training worker ${trouble}`;
  if (training) return `${stopped}; training continues from step ${step} in`;
  return `${stopped}; the run is back at step ${step}, in`;
}

/** The message of an Error or an ErrorEvent, in brackets; empty where there is none. */
function causeOf(cause: unknown): string {
  const named = typeof cause === 'object' && cause !== null && 'message' in cause;
  if (!named || typeof cause.message !== 'string' || cause.message === '') return '';
  return ` (${cause.message.replace(/\.$/, '')})`;
}
