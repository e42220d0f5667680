import type { EngineName } from '../learning/engine.ts';
import { selfTest } from './selfTest.ts';
import type { SelfTestResult } from './selfTestResult.ts';
import { createSimdEngine } from './simdEngine.ts';
import { lookForWebgl, objectionTo, type WebglFindings } from './webgl/findings.ts';
import { createWebglOnDemand } from './webglOnDemand.ts';

/** What is known of the engines on this machine; plain data. */
export interface EngineFindings {
  readonly webgl: WebglFindings;
  /** Of each engine that was tested; WebGL is not where it cannot run. */
  readonly selfTests: Readonly<Partial<Record<EngineName, SelfTestResult>>>;
}

/** Findings, and whether they are all. */
export interface ExaminationReport {
  readonly findings: EngineFindings;
  readonly complete: boolean;
}

/** The same findings after another look at WebGL, which a driver or a browser may have taken away. */
export function lookAgain(findings: EngineFindings): EngineFindings {
  if (objectionTo(findings.webgl) !== undefined) return findings;
  return { ...findings, webgl: lookForWebgl() };
}

/** Looks at this machine and tests its engines. What is found without tfjs comes first. */
export async function* examineEngines(): AsyncGenerator<ExaminationReport> {
  const webgl = lookForWebgl();
  const simd = await selfTest('simd', createSimdEngine);
  const complete = objectionTo(webgl) !== undefined;
  yield { findings: { webgl, selfTests: { simd } }, complete };
  if (complete) return;
  const selfTests = { simd, webgl: await selfTest('webgl', createWebglOnDemand) };
  yield { findings: { webgl, selfTests }, complete: true };
}
