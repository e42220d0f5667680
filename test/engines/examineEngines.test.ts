import { expect, it } from 'vitest';
import { examineEngines } from '../../src/engines/examineEngines.ts';
import { nothingFound } from '../../src/engines/webgl/findings.ts';

it('finds no WebGL in Node, and tests what there is', async () => {
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
