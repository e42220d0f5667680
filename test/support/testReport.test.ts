import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporaryFolder.ts';
import { addCounts, describeCounts, readTestCounts } from './testReport.ts';

function reportOf(content: unknown): string {
  return join(temporaryFolder({ 'report.json': JSON.stringify(content) }), 'report.json');
}

const report = {
  numPassedTests: 7,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 3,
  testResults: [{ status: 'failed', assertionResults: [{}] }],
};

it('reads the counts, with tests still to be written as skipped', () => {
  expect(readTestCounts(reportOf(report))).toEqual({ passed: 7, failed: 2, skipped: 4 });
});

it('counts a file that could not be loaded as one failed test', () => {
  const testResults = [...report.testResults, { status: 'failed', assertionResults: [] }];
  expect(readTestCounts(reportOf({ ...report, testResults })).failed).toBe(3);
});

it('counts a missing or broken report as one failed test', () => {
  const folder = temporaryFolder({ 'report.json': '{"numPassedTests": 7,' });
  for (const name of ['report.json', 'missing.json']) {
    expect(readTestCounts(join(folder, name))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  }
});

it('adds up and describes', () => {
  const sum = addCounts(
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  );
  expect(describeCounts(sum)).toBe('11 passed, 22 failed, 33 skipped');
});
