import { expect, it } from 'vitest';
import { runNode, runStages } from './stage.ts';
import type { Stage } from './stage.ts';
import { noTests } from './testReport.ts';

it('takes what is printed, and the exit code as the verdict', async () => {
  const good = await runNode(['-e', "console.log('all is well')"]);
  expect(good).toEqual({ succeeded: true, output: 'all is well', counts: noTests });
  const bad = await runNode(['-e', "console.log('3 problems'); process.exit(1)"]);
  expect(bad).toEqual({ succeeded: false, output: '3 problems', counts: noTests });
});

it('takes a warning as a failure', async () => {
  const outcome = await runNode(['-e', "console.log('done'); console.warn('an old option')"]);
  expect(outcome).toEqual({ succeeded: false, output: 'done\nan old option', counts: noTests });
});

it('passes on variables, but no wishes for colour', async () => {
  const script = "console.log(process.env.ADDED, 'NO_COLOR' in process.env)";
  expect((await runNode(['-e', script], { ADDED: 'yes' })).output).toBe('yes false');
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
