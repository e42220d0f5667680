import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What npm runs for `npm run edgewise`; see package.json. */
export const programWords: readonly string[] = [
  process.execPath,
  '--expose-gc',
  '--max-semi-space-size=2', // MB; what is read is soon old, and a larger one only grows
  resolve(root, 'src/cli/bootstrap.mjs'),
  'edgewise',
];

/** The samples of the article's linear set. */
export const linearTraining = resolve(root, 'data/linear-train.csv');
export const linearEvaluation = resolve(root, 'data/linear-eval.csv');

/** The tests may themselves have been started by npm, from somewhere else, without tsx's cache. */
const environment = {
  ...process.env,
  npm_lifecycle_event: undefined,
  INIT_CWD: undefined,
  TSX_DISABLE_CACHE: undefined,
};

/** What a program has printed, and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Null where a signal has killed it. */
  readonly code: number | null;
}

/** Starts the real program, in a process. `words`: after `edgewise`. */
export function startProgram(words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return startCommand([...programWords, ...words], options);
}

/** Starts a program with the same environment as the real one. */
export function startCommand(
  [command = '', ...words]: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  return spawn(command, words, { ...options, env: { ...environment, ...options.env } });
}

/** Waits for the end of a program, and of all that it prints. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const code = new Promise<number | null>((settle) => child.once('close', settle));
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { stdout, stderr, code: await code };
}

export function runToEnd(words: readonly string[], options?: SpawnOptions): Promise<Ended> {
  return endOf(startProgram(words, options));
}

/** Empty where the output goes elsewhere, or nobody reads it any more. */
async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  if (!stream?.readable) return text;
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** Words before a command that take from root what lets it write everywhere. */
const withoutRights =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

/** Runs the real program where the modes of files and folders count. */
export function runWithoutRights(words: readonly string[], options: SpawnOptions): Promise<Ended> {
  return endOf(startCommand([...withoutRights, ...programWords, ...words], options));
}
