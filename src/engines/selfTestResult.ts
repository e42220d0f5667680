import { engineTitle } from './engineNames.ts';

/** How an engine's self-test ended; plain data. */
export interface SelfTestResult {
  readonly passed: boolean;
  /** What was seen, in a full sentence. */
  readonly sentence: string;
}

/** `outcome`: what was seen, as a clause that follows a colon. */
export function passedTest(name: string, outcome: string): SelfTestResult {
  return { passed: true, sentence: `${engineTitle(name)} passed its self-test: ${outcome}.` };
}

/** `outcome`: as in `passedTest`; it may be the message of an error. */
export function failedTest(name: string, outcome: string): SelfTestResult {
  const clause = outcome.replace(/\.$/, '');
  return { passed: false, sentence: `${engineTitle(name)} failed its self-test: ${clause}.` };
}
