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

/** No stage takes this long unless it hangs; in milliseconds. */
const limit = 20 * 60_000;

/** What Node itself remarks on the tools' use of it differs from version to version. */
const nodeOptions = '--no-deprecation --disable-warning=ExperimentalWarning';

/**
 * Runs a Node program of the checkout and takes all that it prints. Any word on its standard error
 * is a warning, and a warning is a failure.
 */
export function runNode(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      env: toolEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let warnings = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (warnings += chunk.toString()));
    child.once('error', (problem) => (warnings += problem.message));
    child.once('close', (code, signal) => {
      if (signal !== null) warnings += `\nEnded by ${signal}.`;
      const succeeded = code === 0 && warnings.trim() === '';
      resolve({ succeeded, output: (output + warnings).trim(), counts: noTests });
    });
  });
}

/** Without the wishes for colour: Node warns where they contradict each other. */
function toolEnvironment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const options = `${process.env.NODE_OPTIONS ?? ''} ${nodeOptions}`.trim();
  const withoutColour = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  return { ...withoutColour, NODE_OPTIONS: options, ...added };
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
