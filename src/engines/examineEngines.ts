import { articleConfiguration } from '../learning/configuration.ts';
import type { EngineFindings } from './engineFindings.ts';
import { engines } from './engines.ts';
import { selfTest } from './selfTest.ts';
import { lookForWebgl } from './webgl/findings.ts';

/** Findings, and whether they are all. */
export interface ExaminationReport {
  readonly findings: EngineFindings;
  readonly complete: boolean;
}

/**
 * Looks at this machine and tests the engines that can run on it, with a report after each. The one
 * that needs the least comes first, because others may have to be downloaded.
 */
export async function* examineEngines(): AsyncGenerator<ExaminationReport> {
  const { network, training } = articleConfiguration;
  let findings: EngineFindings = { webgl: lookForWebgl(), selfTests: {} };
  const testable = engines.toReversed().filter(({ objection }) => {
    const found = objection(findings, { network, training });
    return found === undefined || found.slow !== undefined;
  });
  for (const [i, { name, create }] of testable.entries()) {
    const result = await selfTest(name, create);
    findings = { ...findings, selfTests: { ...findings.selfTests, [name]: result } };
    yield { findings, complete: i === testable.length - 1 };
  }
}
