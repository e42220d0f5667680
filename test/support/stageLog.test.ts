import { expect, it } from 'vitest';
import type { Stage } from './stage.ts';
import { StageLog } from './stageLog.ts';
import { noTests } from './testReport.ts';

const stage = (name: string): Stage => ({ name, run: () => Promise.reject(new Error(name)) });

it('says what starts, what is running and what has ended', () => {
  const lines: string[] = [];
  let now = 1000;
  const log = new StageLog(
    (line) => lines.push(line),
    () => now,
  );
  const [lint, tests] = [stage('lint'), stage('unit tests')];
  log.beat(); // nothing is running
  log.started(lint);
  now += 2000;
  log.started(tests);
  log.progressed(tests, '3 of 80 files');
  now += 10_000;
  log.beat();
  log.ended(lint, { succeeded: true, output: 'nothing to say', counts: noTests });
  log.beat();
  log.ended(tests, { succeeded: false, output: 'a test failed', counts: noTests });
  log.beat();
  expect(lines).toEqual([
    '   0 s  start    lint',
    '   2 s  start    unit tests',
    '  12 s  running  lint 12 s, unit tests 10 s (3 of 80 files)',
    '  12 s  ok       lint, 12.0 s',
    '  12 s  running  unit tests 10 s (3 of 80 files)',
    '  12 s  FAILED   unit tests, 10.0 s',
    '\na test failed\n',
  ]);
});
