import { exitCodes } from './exitCodes.ts';
import { InterruptedError } from './interruptedError.ts';
import { DivergedError } from './trainNetwork.ts';
import { UsageError } from './usageError.ts';

/** Why the program has not done what it was asked to do. */
export interface Failure {
  readonly kind: 'usage' | 'diverged' | 'interrupted' | 'fault';
  /** Full sentences. */
  readonly message: string;
  readonly exitCode: number;
}

/** What an error means to the user. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const nothing = 'Nothing was written.';
  if (error instanceof UsageError) return { kind: 'usage', message, exitCode: exitCodes.usage };
  if (error instanceof DivergedError) {
    return { kind: 'diverged', message: `${message} ${nothing}`, exitCode: exitCodes.diverged };
  }
  if (error instanceof InterruptedError) {
    return { kind: 'interrupted', message: `${message} ${nothing}`, exitCode: error.exitCode };
  }
  const trace = error instanceof Error ? (error.stack ?? message) : message;
  return { kind: 'fault', message: `Edgewise has failed: ${trace}`, exitCode: exitCodes.fault };
}
