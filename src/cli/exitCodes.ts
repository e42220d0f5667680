import { constants } from 'node:os';

/** Exit codes of `edgewise`, apart from those of signals. */
export const exitCodes = { done: 0, diverged: 1, usage: 2, fault: 3 } as const;

/** Signals that end the program in order. */
export const endingSignals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

/** 128 and the signal's number, as shells have it: 130 for SIGINT. */
export function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** For the help. The README has the same table. */
export const exitCodesText = `Exit codes:
  0    All was done, also where nobody read what was printed.
  1    Training has diverged; nothing was written.
  2    An argument is wrong, or a file cannot be read or written, or the result
       cannot be printed; the sentence says what was written, if anything.
  3    Edgewise or its installation has failed; the sentence says how.
  129, 130, 131, 143
       Ended by SIGHUP, Ctrl-C (SIGINT), SIGQUIT, SIGTERM; nothing was written.
`;
