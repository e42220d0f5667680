import type { Command, CommandBody } from '../protocol/commands.ts';

/** Of these, the last of several in a row is enough. */
const replaceable: readonly CommandBody['kind'][] = [
  'changeTraining',
  'changeSamples',
  'changeSpeed',
  'watch',
];

/** The commands that a session has received and not carried out yet, in order. */
export class CommandQueue {
  #commands: Command[] = [];
  #wake: () => void = () => undefined;

  get isEmpty(): boolean {
    return this.#commands.length === 0;
  }

  /** Whether one waits for which unfinished work is given up: any but a change of the watches. */
  get hasUrgent(): boolean {
    return this.#commands.some(({ kind }) => kind !== 'watch');
  }

  add(command: Command): void {
    const last = this.#commands.at(-1);
    // What an older run was still to do does not matter once a new one is to start.
    if (command.kind === 'start') this.#commands = [];
    else if (last && replaces(command, last)) this.#commands.pop();
    this.#commands.push(command);
    this.wake();
  }

  /** Removes and returns the next one; undefined when there is none. */
  take(): Command | undefined {
    return this.#commands.shift();
  }

  /** Resolves when a command comes, or at `wake`. One may wait at a time. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Ends the waiting. */
  wake(): void {
    this.#wake();
  }
}

function replaces(command: Command, last: Command): boolean {
  return (
    command.run === last.run && command.kind === last.kind && replaceable.includes(command.kind)
  );
}
