import type { Command } from '../protocol/commands.ts';
import type { Environment } from './environment.ts';
import { isCommand } from './isCommand.ts';
import { TrainingSession } from './session.ts';

/** The sessions of one thread, by number. They take turns after each piece of work. */
export class SessionHost {
  readonly #environment: Environment;
  readonly #fail: (error: unknown) => void;
  readonly #sessions = new Map<number, TrainingSession>();

  /** `fail` is told what a session throws; none should. */
  constructor(environment: Environment, fail: (error: unknown) => void) {
    this.#environment = environment;
    this.#fail = fail;
  }

  /**
   * A session begins with its first start, and ends with `end`. What is no command is dropped: no
   * session could answer it.
   */
  receive(command: unknown): void {
    if (!isCommand(command)) return;
    const session = this.#sessions.get(command.session);
    if (command.kind === 'end') {
      session?.end();
      this.#sessions.delete(command.session);
    } else if (session) session.receive(command);
    else if (command.kind === 'start') this.#begin(command);
  }

  #begin(command: Command): void {
    const session = new TrainingSession(command.session, this.#environment);
    this.#sessions.set(command.session, session);
    session.receive(command);
    session.run().catch(this.#fail);
  }
}
