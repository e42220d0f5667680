import { type EngineName, engineTitles } from '../learning/engine.ts';

/** How an engine's self-test ended; plain data. */
export interface SelfTestResult {
  readonly passed: boolean;
  /** What was seen, in a full sentence. */
  readonly sentence: string;
}

/** `outcome`: what was seen, to go on after a colon. */
export function passedTest(name: EngineName, outcome: string): SelfTestResult {
  return { passed: true, sentence: `${engineTitles[name]} passed its self-test: ${outcome}.` };
}

/** `outcome`: likewise; it may be the message of an error. */
export function failedTest(name: EngineName, outcome: string): SelfTestResult {
  const clause = outcome.replace(/\.$/, '');
  return { passed: false, sentence: `${engineTitles[name]} failed its self-test: ${clause}.` };
}
