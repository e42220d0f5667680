import { spawn } from 'node:child_process';
import { noTests } from './testReport.ts';
import type { TestCounts } from './testReport.ts';

/** The result of a stage of `npm test`; its output is shown if it failed. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
  readonly counts: TestCounts;
}

export interface Stage {
  readonly name: string;
  /** @param tell takes how far the stage is, in a few words, whenever that is known. */
  run(tell: (progress: string) => void): Promise<Outcome>;
}

/** Hears what happens to each stage. */
export interface StageListener {
  started(stage: Stage): void;
  progressed(stage: Stage, progress: string): void;
  ended(stage: Stage, outcome: Outcome): void;
}

/** A Node program with its arguments, and variables for its environment. */
export interface NodeProgram {
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A stage that takes longer than this hangs; in milliseconds. */
const limit = 20 * 60_000;

/** Node's own warnings about the tools differ from version to version. */
const nodeOptions = '--no-deprecation --disable-warning=ExperimentalWarning';

/**
 * Runs a Node program and collects all that it prints. Any output on standard error is a warning,
 * and a warning is a failure. A text that the program sends with `process.send` is told as progress.
 */
export function runNode(
  { words, environment = {} }: NodeProgram,
  tell: (progress: string) => void = () => undefined,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      env: toolEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let warnings = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (warnings += chunk.toString()));
    child.on('message', (message) => {
      if (typeof message === 'string') tell(message);
    });
    child.once('error', (problem) => (warnings += problem.message));
    child.once('close', (code, signal) => {
      if (signal !== null) warnings += `\nEnded by ${signal}.`;
      const succeeded = code === 0 && warnings.trim() === '';
      resolve({ succeeded, output: (output + warnings).trim(), counts: noTests });
    });
  });
}

/** Without the variables for colour: Node warns where they contradict each other. */
function toolEnvironment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const options = `${process.env.NODE_OPTIONS ?? ''} ${nodeOptions}`.trim();
  const withoutColour = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  return { ...withoutColour, NODE_OPTIONS: options, ...added };
}

/** Runs all stages, `width` at a time, also after a failure. Outcomes are in the order of stages. */
export async function runStages(
  stages: readonly Stage[],
  width: number,
  listener: StageListener,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = stages.entries();
  const work = async () => {
    for (const [index, stage] of waiting) {
      listener.started(stage);
      const tell = (progress: string) => listener.progressed(stage, progress);
      const outcome = await stage.run(tell).catch(asFailure);
      outcomes[index] = outcome;
      listener.ended(stage, outcome);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return outcomes;
}

/** The outcome of a stage that could not start. */
function asFailure(problem: unknown): Outcome {
  const output = problem instanceof Error ? problem.message : String(problem);
  return { succeeded: false, output, counts: { ...noTests, failed: 1 } };
}
