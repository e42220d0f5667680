import { ActiveRun } from './activeRun.ts';
import { messageOf } from './engineKeeper.ts';
import type { Command, Order, Report, SessionEvent } from '../protocol/messages.ts';
import type { Surroundings } from './surroundings.ts';

/** What a session needs of the world around it. */
export interface SessionEnvironment extends Pick<
  Surroundings,
  'chooseEngine' | 'modelFiles' | 'now'
> {
  /** Resolves after so many milliseconds, 0 for at once, with the messages let in meanwhile. */
  readonly nextTurn: (milliseconds: number) => Promise<void>;
  /** `transfer`: the buffers of the event that need not be copied. */
  readonly emit: (event: SessionEvent, transfer: ArrayBuffer[]) => void;
}

/** Work without letting messages in, in milliseconds; what cannot be divided may take longer. */
const longestBreath = 10;

/** Of these orders, the last of several in a row is enough. */
const replaceable: readonly Order['kind'][] = ['configure', 'speed', 'view'];

/** Orders that ask for nothing, so that nobody waits for an answer. */
const quiet: readonly Order['kind'][] = ['painted', 'pause', 'speed', 'view'];

/**
 * Training runs, one at a time, being steered by commands. Obeys them in order, between pieces of
 * work of a few milliseconds. Free of workers and pages: `worker.ts` puts it into a worker.
 */
export class TrainingSession {
  readonly #environment: SessionEnvironment;
  #queue: Command[] = [];
  #wake: (() => void) | undefined;
  #ended = false;
  #lastTurn = 0;
  #run: ActiveRun | undefined;
  #runNumber = -1;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
  }

  receive(command: Command): void {
    const last = this.#queue.at(-1);
    // What an older run is still to do does not matter once a new one is to start.
    if (command.kind === 'start') this.#queue = [];
    else if (last && replaces(command, last)) this.#queue.pop();
    this.#queue.push(command);
    this.#wake?.();
  }

  /** Obeys and works until `end` is called. */
  async run(): Promise<void> {
    while (!this.#ended) {
      const command = this.#queue.shift();
      if (command) await this.#obey(command);
      else await this.#work();
    }
    this.#run?.dispose();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async #obey(command: Command): Promise<void> {
    if (command.kind === 'start') return this.#start(command);
    if (command.run !== this.#runNumber) return;
    const run = this.#run;
    if (run) await this.#guard(run, () => run.obey(command));
    else if (!quiet.includes(command.kind)) this.#refuse(command);
  }

  #refuse({ run, kind }: Command): void {
    const message = 'This run could not start and can do nothing; reset it.';
    this.#reporter(run)({ kind: 'refused', command: kind, message });
  }

  async #start(command: Extract<Command, { kind: 'start' }>): Promise<void> {
    this.#run?.dispose();
    this.#run = undefined;
    this.#runNumber = command.run;
    const report = this.#reporter(command.run);
    try {
      const run = new ActiveRun(command, {
        ...this.#environment,
        report,
        breathe: () => this.#breathe(),
      });
      this.#run = run;
      await this.#guard(run, () => run.begin(command.engine));
    } catch (error) {
      report({
        kind: 'phase',
        phase: 'failed',
        reason: `This run cannot start: ${messageOf(error)}`,
      });
    }
  }

  async #work(): Promise<void> {
    const run = this.#run;
    const pause = run ? await this.#guard(run, () => run.work()) : Infinity;
    if (pause === undefined || this.#queue.length > 0 || this.#ended) return;
    if (pause === Infinity) await this.#nextCommand();
    else if (pause > 0) await Promise.race([this.#nextTurn(pause), this.#nextCommand()]);
    else await this.#nextTurn(0);
  }

  /** A run whose last engine fails has failed; the session lives on. */
  async #guard<Answer>(run: ActiveRun, task: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await task();
    } catch (error) {
      run.fail(error);
      return undefined;
    }
  }

  #reporter(run: number): (report: Report, transfer?: ArrayBuffer[]) => void {
    return (report, transfer = []) => this.#environment.emit({ ...report, run }, transfer);
  }

  /** Lets messages in when that is overdue; false when one waits. */
  async #breathe(): Promise<boolean> {
    if (this.#environment.now() - this.#lastTurn >= longestBreath) await this.#nextTurn(0);
    return this.#queue.length === 0 && !this.#ended;
  }

  async #nextTurn(milliseconds: number): Promise<void> {
    await this.#environment.nextTurn(milliseconds);
    this.#lastTurn = this.#environment.now();
  }

  #nextCommand(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        resolve();
      };
    });
  }
}

function replaces(command: Command, last: Command): boolean {
  return (
    command.run === last.run && command.kind === last.kind && replaceable.includes(command.kind)
  );
}
