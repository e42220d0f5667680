import { expect, it } from 'vitest';
import { examineEngines } from '../../src/engines/examineEngines.ts';

it('finds both engines correct in a browser, and reports SIMD first', async () => {
  const verdicts: Record<string, boolean | undefined>[] = [];
  for await (const { findings } of examineEngines()) {
    const tests = Object.entries(findings.selfTests);
    verdicts.push(Object.fromEntries(tests.map(([name, test]) => [name, test?.passed])));
  }
  expect(verdicts).toEqual([{ simd: true }, { simd: true, webgl: true }]);
});
