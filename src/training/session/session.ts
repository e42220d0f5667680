import type { Command, CommandBody, StartCommand } from '../protocol/commands.ts';
import type { RunLink } from '../runLink.ts';
import { ActiveRun } from './activeRun.ts';
import { CommandQueue } from './commandQueue.ts';
import { Effort } from './effort.ts';
import { messageOf } from './engineKeeper.ts';
import type { Environment } from './environment.ts';

/** Longest time between two looks at the message queue, in ms; one engine call may take longer. */
const maxBusyTime = 10;

/** Commands that are dropped silently where there is no run. */
const silent: readonly CommandBody['kind'][] = ['acknowledge', 'pause', 'changeSpeed', 'watch'];

type PingCommand = Extract<Command, { kind: 'ping' }>;

/**
 * Training runs, one at a time, steered by commands. Carries them out in order, between pieces of
 * work of a few milliseconds; costs nothing while its run rests. Free of workers and pages.
 */
export class TrainingSession {
  readonly #number: number;
  readonly #environment: Environment;
  readonly #queue = new CommandQueue();
  #pings: readonly PingCommand[] = [];
  /** Whether it waits for a command, or for its time to come. */
  #waiting = false;
  #ended = false;
  #lastTurn = 0;
  #run: ActiveRun | undefined;
  #runNumber = -1;

  /** `number`: the session's, for its events. */
  constructor(number: number, environment: Environment) {
    this.#number = number;
    this.#environment = environment;
  }

  receive(command: Command): void {
    if (command.kind !== 'ping') {
      this.#queue.add(command);
      return;
    }
    this.#pings = [...this.#pings, command];
    if (this.#waiting) this.#answerPings();
  }

  /** Carries out commands and works until `end` is called. */
  async run(): Promise<void> {
    while (!this.#ended) {
      this.#answerPings();
      const command = this.#queue.take();
      if (command) await this.#carryOut(command);
      else await this.#work();
    }
    this.#run?.dispose();
  }

  /** Ends the session after the piece of work that it is at. */
  end(): void {
    this.#ended = true;
    this.#queue.wake();
  }

  async #carryOut(command: Command): Promise<void> {
    if (command.kind === 'start') return this.#start(command, command.run);
    if (command.kind === 'end' || command.kind === 'ping') return;
    if (command.run !== this.#runNumber) return;
    const run = this.#run;
    if (run) await this.#guard(run, () => run.carryOut(command));
    else if (!silent.includes(command.kind)) this.#refuse(command);
  }

  #refuse({ run, kind }: Command): void {
    const message = 'This run could not start and can do nothing; reset it.';
    this.#linkOf(run).report({ kind: 'refused', command: kind, message });
  }

  async #start(command: StartCommand, number: number): Promise<void> {
    this.#run?.dispose();
    this.#run = undefined;
    this.#runNumber = number;
    const link = this.#linkOf(number);
    try {
      const run = new ActiveRun(command, this.#environment, link, this.#effortOf(number));
      this.#run = run;
      await this.#guard(run, () => run.begin(command.engine));
    } catch (error) {
      const reason = `This run cannot start: ${messageOf(error)}`;
      link.report({ kind: 'phase', phase: 'failed', reason });
    }
  }

  async #work(): Promise<void> {
    const run = this.#run;
    const pause = run ? await this.#guard(run, () => run.work()) : Infinity;
    if (pause === undefined || !this.#queue.isEmpty || this.#ended) return;
    this.#answerPings();
    this.#waiting = true;
    await this.#wait(pause);
    this.#waiting = false;
  }

  async #wait(pause: number): Promise<void> {
    if (pause === Infinity) await this.#queue.next();
    else if (pause > 0) await Promise.race([this.#nextTurn(pause), this.#queue.next()]);
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

  #linkOf(run: number): RunLink {
    const { now, emit } = this.#environment;
    return {
      report: (event, transfer = []) => emit({ ...event, session: this.#number, run }, transfer),
      letMessagesIn: () => this.#letMessagesIn(),
      now,
    };
  }

  #effortOf(run: number): Effort {
    const { now, emit } = this.#environment;
    const session = this.#number;
    return new Effort((hard) => emit({ kind: 'effort', hard, session, run }, []), now);
  }

  #answerPings(): void {
    if (!this.#queue.isEmpty) return;
    const pings = this.#pings;
    this.#pings = [];
    for (const { ping, session, run } of pings) {
      this.#environment.emit({ kind: 'pong', ping, session, run }, []);
    }
  }

  async #letMessagesIn(): Promise<boolean> {
    if (this.#environment.now() - this.#lastTurn >= maxBusyTime) await this.#nextTurn(0);
    this.#answerPings();
    return !this.#queue.hasUrgent && !this.#ended;
  }

  async #nextTurn(milliseconds: number): Promise<void> {
    await this.#environment.nextTurn(milliseconds);
    this.#lastTurn = this.#environment.now();
  }
}
