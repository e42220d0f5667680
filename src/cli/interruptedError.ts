import { endingSignals, signalExitCode } from './exitCodes.ts';

/** The user ended the program before it had written anything. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  readonly exitCode: number;

  /**
   * @param interrupted aborted for the signal that came.
   * @param during where the program was, as in "at step 3 of 600".
   */
  constructor(interrupted: AbortSignal, during: string) {
    super(`Interrupted ${during}.`);
    const reason: unknown = interrupted.reason;
    this.exitCode = signalExitCode(endingSignals.find((signal) => signal === reason) ?? 'SIGINT');
  }
}
