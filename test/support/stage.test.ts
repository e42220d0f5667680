import { expect, it } from 'vitest';
import { runNode, runStages } from './stage.ts';
import type { Outcome, Stage, StageListener } from './stage.ts';
import { noTests } from './testReport.ts';

const script = (text: string, environment = {}) => ({ words: ['-e', text], environment });

it('collects what is printed, and fails by the exit code', async () => {
  const good = await runNode(script("console.log('all is well')"));
  expect(good).toEqual({ succeeded: true, output: 'all is well', counts: noTests });
  const bad = await runNode(script("console.log('3 problems'); process.exit(1)"));
  expect(bad).toEqual({ succeeded: false, output: '3 problems', counts: noTests });
});

it('takes a warning as a failure', async () => {
  const outcome = await runNode(script("console.log('done'); console.warn('an old option')"));
  expect(outcome).toEqual({ succeeded: false, output: 'done\nan old option', counts: noTests });
});

it('passes variables on, except those for colour', async () => {
  const text = "console.log(process.env.ADDED, 'NO_COLOR' in process.env)";
  expect((await runNode(script(text, { ADDED: 'yes' }))).output).toBe('yes false');
});

it('takes a program that is killed as a failure', async () => {
  const outcome = await runNode(script('process.kill(process.pid, "SIGKILL")'));
  expect(outcome.succeeded).toBe(false);
  expect(outcome.output).toContain('Ended by SIGKILL.');
});

it('tells the progress that the program sends', async () => {
  const told: string[] = [];
  const text = "process.send('1 of 2'); process.send({}); process.send('2 of 2')";
  await runNode(script(text), (progress) => told.push(progress));
  expect(told).toEqual(['1 of 2', '2 of 2']);
});

/** Stages that end only when the test says so. */
class StagesOnDemand implements StageListener {
  readonly heard: string[] = [];
  readonly #end = new Map<string, (outcome: Partial<Outcome> | Error) => void>();

  create(name: string): Stage {
    return {
      name,
      run: (tell) => {
        tell('half');
        return new Promise((resolve, reject) => {
          this.#end.set(name, (outcome) => {
            if (outcome instanceof Error) reject(outcome);
            else resolve({ succeeded: true, output: name, counts: noTests, ...outcome });
          });
        });
      },
    };
  }

  /** Ends a running stage, and lets those that wait for it start. */
  async end(name: string, outcome: Partial<Outcome> | Error = {}): Promise<void> {
    this.#end.get(name)?.(outcome);
    await new Promise(setImmediate);
  }

  started = ({ name }: Stage) => void this.heard.push(`${name} started`);
  progressed = ({ name }: Stage, progress: string) => void this.heard.push(`${name} ${progress}`);
  ended = ({ name }: Stage, { succeeded }: Outcome) =>
    void this.heard.push(`${name} ${succeeded ? 'succeeded' : 'failed'}`);
}

it('runs all stages, no more at a time than told, also after a failure', async () => {
  const demand = new StagesOnDemand();
  const stages = ['a', 'b', 'c', 'd'].map((name) => demand.create(name));
  const all = runStages(stages, 2, demand);
  await demand.end('b', { succeeded: false });
  await demand.end('c', new Error('no browser'));
  await demand.end('d');
  await demand.end('a');
  const outcomes = await all;
  expect(demand.heard).toEqual([
    ...['a started', 'a half', 'b started', 'b half'],
    ...['b failed', 'c started', 'c half'],
    ...['c failed', 'd started', 'd half', 'd succeeded', 'a succeeded'],
  ]);
  expect(outcomes.map(({ succeeded }) => succeeded)).toEqual([true, false, false, true]);
  expect(outcomes[2]).toEqual({
    succeeded: false,
    output: 'no browser',
    counts: { passed: 0, failed: 1, skipped: 0 },
  });
});
