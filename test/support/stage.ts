import { spawn } from 'node:child_process';
import { noTests } from './testReport.ts';
import type { TestCounts } from './testReport.ts';

/** What a stage of `npm test` came to; the output is shown where it failed. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
  readonly counts: TestCounts;
}

export interface Stage {
  readonly name: string;
  run(): Promise<Outcome>;
}

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** For a tool that prints nothing unless it warns. */
  readonly mustBeSilent?: boolean;
}

/** No stage takes this long unless it hangs; in milliseconds. */
const limit = 20 * 60_000;

/** Runs a Node program of the checkout and takes all that it prints. */
export function runNode(
  words: readonly string[],
  { environment = {}, mustBeSilent = false }: CommandOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const take = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (problem) => take(Buffer.from(problem.message)));
    child.once('close', (code, signal) => {
      if (signal !== null) output += `\nEnded by ${signal}.`;
      const succeeded = code === 0 && !(mustBeSilent && output.trim() !== '');
      resolve({ succeeded, output, counts: noTests });
    });
  });
}

/** Runs the stages, so many at a time, and tells of each when it ends. */
export async function runStages(
  stages: readonly Stage[],
  width: number,
  report: (stage: Stage, outcome: Outcome, seconds: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = stages.entries();
  const work = async () => {
    for (const [index, stage] of waiting) {
      const start = performance.now();
      outcomes[index] = await stage.run().catch(asFailure);
      report(stage, outcomes[index], (performance.now() - start) / 1000);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return outcomes;
}

/** A stage that could not even begin says why. */
function asFailure(problem: unknown): Outcome {
  const output = problem instanceof Error ? problem.message : String(problem);
  return { succeeded: false, output, counts: { ...noTests, failed: 1 } };
}
