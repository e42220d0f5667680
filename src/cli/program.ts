import { quoted } from '../learning/quoted.ts';
import { suggestion } from '../learning/suggestion.ts';
import { exitCodes, exitCodesText } from './exitCodes.ts';
import { failureOf } from './failure.ts';
import { asksForJson, jsonText } from './jsonText.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/** A command of the program: `edgewise NAME`. */
interface Command {
  readonly name: string;
  readonly meaning: string;
  /** Returns sentences on what it has written. */
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<readonly string[]>;
}

// Each is loaded when it is called: what the others need would take a tenth of the memory of training.
const commands: readonly Command[] = [
  {
    name: 'train',
    meaning: 'train a classifier on a CSV file and evaluate it',
    run: async (words, terminal) => (await import('./train.ts')).train(words, terminal),
  },
  {
    name: 'class',
    meaning: 'let simulated clients learn together from a CSV file',
    run: async (words, terminal) => (await import('./class.ts')).classCommand(words, terminal),
  },
  {
    name: 'join',
    meaning: 'take part in a class as one of its devices',
    run: async (words, terminal) => (await import('./join.ts')).join(words, terminal),
  },
];

const help = `Edgewise in the terminal.

  npm run -s edgewise -- COMMAND [options]

${commands.map(({ name, meaning }) => `  ${name.padEnd(5)}  ${meaning}`).join('\n')}

COMMAND --help lists the options of a command.

${exitCodesText}`;

/** Runs the program and returns its exit code; `exitCodesText` lists them. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const written = await runCommand(words, terminal);
    const trouble = await terminal.printed();
    if (trouble === undefined) return exitCodes.done;
    throw new UsageError(['The result could not be printed:', trouble, ...written].join(' '));
  } catch (error) {
    const failure = failureOf(error);
    if (asksForJson(words)) terminal.write(jsonText({ error: failure }));
    terminal.complain(`${failure.message}\n`);
    await terminal.printed();
    return failure.exitCode;
  }
}

async function runCommand(
  [name, ...words]: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> {
  if (name !== '--help' && name !== '-h') return commandNamed(name).run(words, terminal);
  terminal.write(asksForJson(words) ? jsonText({ help }) : help);
  return [];
}

function commandNamed(name: string | undefined): Command {
  const names = commands.map((command) => command.name);
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  if (name === undefined) {
    const all = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
    throw new UsageError(`Expected a command, ${all}, got none. See --help.`);
  }
  const meant = suggestion(name, names);
  const hint = meant === undefined ? 'See --help.' : `Did you mean ${meant}?`;
  throw new UsageError(`There is no command ${quoted(name)}. ${hint}`);
}
