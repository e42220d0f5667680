import type { SelfTestResult } from './selfTestResult.ts';
import { lookForWebgl, objectionTo, type WebglFindings } from './webgl/findings.ts';

/** What is known of the engines on this machine; plain data. */
export interface EngineFindings {
  readonly webgl: WebglFindings;
  /** By the engine's name; an engine that cannot run here is not tested. */
  readonly selfTests: Readonly<Partial<Record<string, SelfTestResult>>>;
}

/** The same findings after another look at WebGL: a driver or a browser may have taken it away. */
export function lookAgain(findings: EngineFindings): EngineFindings {
  if (objectionTo(findings.webgl) !== undefined) return findings;
  return { ...findings, webgl: lookForWebgl() };
}
