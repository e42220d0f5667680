// What `npm test` runs: every check there is, and at the end one line with the number of tests.
// With --static: only what needs neither a browser nor a build.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from './support/findChromium.ts';
import type { Outcome, Stage } from './support/stage.ts';
import { runNode, runStages } from './support/stage.ts';
import { addCounts, describeCounts, noTests, readTestCounts } from './support/testReport.ts';

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
const tool = (path: string) => join(root, 'node_modules', path);

const floors = readdirSync(join(root, 'src'))
  .map((folder) => `src/${folder}`)
  .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));

const staticStages: Stage[] = [
  command('formatting', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  command('lint', [tool('eslint/bin/eslint.js'), '.', '--max-warnings=0']),
  ...['.', 'test'].map((folder) => command(`svelte-check ${folder}`, svelteCheck(folder))),
  ...floors.map((folder) => command(`tsc ${folder}`, [tool('typescript/bin/tsc'), '-p', folder])),
];

const testStages: Stage[] = [
  vitest('unit'),
  vitest('browser'),
  command('build', [join(root, 'src/cli/bootstrap.mjs'), 'build']),
  vitest('e2e'),
];

function command(name: string, words: readonly string[]): Stage {
  return { name, run: () => runNode(words) };
}

function svelteCheck(folder: string): string[] {
  const options = ['--fail-on-warnings', '--output=human'];
  return [tool('svelte-check/bin/svelte-check'), `--tsconfig=${folder}/tsconfig.json`, ...options];
}

function vitest(project: 'unit' | 'browser' | 'e2e'): Stage {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const words = [tool('vitest/vitest.mjs'), 'run', `--project=${project}`, ...reporters];
  return {
    name: `${project} tests`,
    async run() {
      const environment = project === 'unit' ? undefined : { EDGEWISE_CHROMIUM: findChromium() };
      const outcome = await runNode(words, environment);
      return { ...outcome, counts: readTestCounts(report) };
    },
  };
}

function tell(stage: Stage, { succeeded, output }: Outcome, seconds: number): void {
  const mark = succeeded ? 'ok    ' : 'FAILED';
  console.log(`${mark} ${stage.name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!succeeded) console.log(`\n${output}\n`);
}

process.chdir(root);
try {
  const outcomes = await runStages(staticStages, Math.min(availableParallelism(), 4), tell);
  if (!process.argv.includes('--static')) {
    outcomes.push(...(await runStages(testStages, 1, tell)));
    const counts = outcomes.map((outcome) => outcome.counts).reduce(addCounts, noTests);
    if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
    console.log(describeCounts(counts));
  }
  if (!outcomes.every(({ succeeded }) => succeeded)) process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
