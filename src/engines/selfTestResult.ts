import { engineTitle } from './engineNames.ts';

/** How an engine's self-test ended; plain data. */
export interface SelfTestResult {
  readonly passed: boolean;
  /** The outcome, in a full sentence. */
  readonly sentence: string;
}

/** `outcome`: a clause that follows a colon. */
export function passedTest(name: string, outcome: string): SelfTestResult {
  return { passed: true, sentence: `${engineTitle(name)} passed its self-test: ${outcome}.` };
}

/** `outcome`: as in `passedTest`; it may be the message of an error. */
export function failedTest(name: string, outcome: string): SelfTestResult {
  const clause = outcome.replace(/\.$/, '');
  return { passed: false, sentence: `${engineTitle(name)} failed its self-test: ${clause}.` };
}
