import { endingSignals, signalExitCode } from './exitCodes.ts';
import { codeOf, fileTrouble } from './fileTrouble.ts';
import { Printer } from './printer.ts';
import { runProgram } from './program.ts';

const { env, stdout, stderr } = process;

/** The folder that the user is in. npm runs its scripts in the folder of the package instead. */
function userFolder(): string {
  const fromNpm = env.npm_lifecycle_event === 'edgewise' ? env.INIT_CWD : undefined;
  return fromNpm ?? process.cwd();
}

// The first signal lets the program clean up; a second one ends it at once.
const interruption = new AbortController();
for (const signal of endingSignals) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(signalExitCode(signal));
    interruption.abort(signal);
  });
}

/** Errors of a write whose reader has closed the pipe early, as `head` does, or whose terminal is gone. */
const nobodyReads = ['EPIPE', 'EIO'];

const results = new Printer(stdout);
const complaints = new Printer(stderr);

const exitCode = await runProgram(process.argv.slice(2), {
  folder: userFolder(),
  write: results.print,
  complain: complaints.print,
  async printed() {
    const failure = await results.settled();
    const code = codeOf(failure);
    const isDropped = code !== undefined && nobodyReads.includes(code);
    return failure === undefined || isDropped ? undefined : fileTrouble(failure);
  },
  canRedraw: stderr.isTTY && env.TERM !== 'dumb',
  columns: () => stderr.columns || 80, // 0 where the terminal does not know
  interrupted: interruption.signal,
});
await complaints.settled();
// Not by itself: a read that waits for input would keep the program alive.
process.exit(exitCode);
