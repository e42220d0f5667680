import { expect, it } from 'vitest';
import { lookAgain } from '../../src/engines/engineFindings.ts';
import { examineEngines } from '../../src/engines/examineEngines.ts';
import { nothingFound } from '../../src/engines/webgl/findings.ts';

it('finds no WebGL in Node, and tests the other engines', async () => {
  const reports = [];
  for await (const report of examineEngines()) reports.push(report);
  expect(reports).toEqual([
    {
      complete: true,
      findings: {
        webgl: nothingFound,
        selfTests: { simd: { passed: true, sentence: expect.any(String) as string } },
      },
    },
  ]);
});

it('examines WebGL again where it was usable, because it may be gone', () => {
  const usable = {
    canvas: true,
    webgl2: true,
    floatTargets: true,
    fullPrecision: true,
    renderer: 'Some processor',
  };
  expect(lookAgain({ webgl: usable, selfTests: {} }).webgl).toEqual(nothingFound);
  const coarse = { ...usable, floatTargets: false };
  expect(lookAgain({ webgl: coarse, selfTests: {} }).webgl).toBe(coarse);
});
