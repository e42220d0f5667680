import { expect, it } from 'vitest';
import { runNode, runStages } from './stage.ts';
import type { Stage } from './stage.ts';
import { noTests } from './testReport.ts';

it('takes both streams, and the exit code as the verdict', async () => {
  const script = "console.log('out'); console.error('err');";
  const good = await runNode(['-e', script]);
  expect(good.succeeded).toBe(true);
  expect(good.output.split('\n').sort()).toEqual(['', 'err', 'out']);
  expect((await runNode(['-e', `${script} process.exit(3)`])).succeeded).toBe(false);
});

it('takes any word of a tool that must be silent as a failure', async () => {
  const options = { mustBeSilent: true };
  expect((await runNode(['-e', "console.warn('old option')"], options)).succeeded).toBe(false);
  expect((await runNode(['-e', ''], options)).succeeded).toBe(true);
});

it('takes a program that is killed as a failure', async () => {
  const outcome = await runNode(['-e', 'process.kill(process.pid, "SIGKILL")']);
  expect(outcome.succeeded).toBe(false);
  expect(outcome.output).toContain('Ended by SIGKILL.');
});

it('runs all stages, no more at a time than told, and goes on after a failure', async () => {
  let running = 0;
  let most = 0;
  const stage = (name: string, succeeded: boolean): Stage => ({
    name,
    async run() {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (name === 'c') throw new Error('no browser');
      return { succeeded, output: name, counts: noTests };
    },
  });
  const stages = [stage('a', true), stage('b', false), stage('c', true), stage('d', true)];
  const told: string[] = [];
  const outcomes = await runStages(stages, 2, ({ name }) => told.push(name));
  expect(outcomes.map(({ succeeded }) => succeeded)).toEqual([true, false, false, true]);
  expect(outcomes[2]).toEqual({
    succeeded: false,
    output: 'no browser',
    counts: { passed: 0, failed: 1, skipped: 0 },
  });
  expect(told.sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(most).toBe(2);
});
