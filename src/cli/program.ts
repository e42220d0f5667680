import { quoted } from '../learning/quoted.ts';
import { suggestion } from '../learning/suggestion.ts';
import type { Terminal } from './terminal.ts';
import { train } from './train.ts';
import { DivergedError, InterruptedError } from './trainNetwork.ts';
import { UsageError } from './usageError.ts';

/** A command of the program: `edgewise NAME`. */
interface Command {
  readonly name: string;
  readonly meaning: string;
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<void>;
}

const commands: readonly Command[] = [
  { name: 'train', meaning: 'train a classifier on a CSV file and evaluate it', run: train },
];

const help = `Edgewise in the terminal.

  npm run -s edgewise -- COMMAND [options]

${commands.map(({ name, meaning }) => `  ${name}  ${meaning}`).join('\n')}

COMMAND --help lists the options of a command.
`;

/**
 * Runs the program and returns its exit code: 0 if it succeeded, 1 if training
 * diverged, 2 for wrong arguments or files, 130 if it was interrupted.
 */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await runCommand(words, terminal);
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    terminal.complain(`${error instanceof Error ? error.message : String(error)}\n`);
    return code;
  }
}

async function runCommand([name, ...words]: readonly string[], terminal: Terminal): Promise<void> {
  if (name === '--help' || name === '-h') {
    terminal.write(help);
    return;
  }
  await commandNamed(name).run(words, terminal);
}

function commandNamed(name: string | undefined): Command {
  const names = commands.map((command) => command.name);
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  if (name === undefined) {
    throw new UsageError(`Expected a command, ${names.join(' or ')}, got none. See --help.`);
  }
  const meant = suggestion(name, names);
  const hint = meant === undefined ? 'See --help.' : `Did you mean ${meant}?`;
  throw new UsageError(`There is no command ${quoted(name)}. ${hint}`);
}

function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof UsageError) return 2;
  if (error instanceof DivergedError) return 1;
  if (error instanceof InterruptedError) return 130;
  return undefined;
}
