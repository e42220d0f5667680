import { runProgram } from './program.ts';

const { env, stdout, stderr } = process;

/** The folder that the user is in. npm runs its scripts in the folder of the package instead. */
function userFolder(): string {
  const fromNpm = env.npm_lifecycle_event === 'edgewise' ? env.INIT_CWD : undefined;
  return fromNpm ?? process.cwd();
}

// The first Ctrl-C lets the program clean up; a second one ends it at once.
const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());

// The reader of a pipe may close it early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), {
  folder: userFolder(),
  write: (text) => void stdout.write(text),
  complain: (text) => void stderr.write(text),
  canRedraw: stderr.isTTY && env.TERM !== 'dumb',
  interrupted: interruption.signal,
});
