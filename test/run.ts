// What `npm test` runs: every check there is, and at the end one line with the number of tests.
// With --static: only what needs neither a browser nor a build.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from './support/findChromium.ts';
import type { Outcome, Stage } from './support/stage.ts';
import { runNode, runStages } from './support/stage.ts';
import { StageLog } from './support/stageLog.ts';
import { addCounts, describeCounts, noTests, readTestCounts } from './support/testReport.ts';

/** Milliseconds between two lines about the stages that are running. */
const beat = 5000;

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
const tool = (path: string) => join(root, 'node_modules', path);

const floors = readdirSync(join(root, 'src'))
  .map((folder) => `src/${folder}`)
  .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));

// The longest first, so that no other waits for it at the end. The linter has no cache: what the
// rules find in a file also depends on the types in others.
const staticStages: Stage[] = [
  command('lint', [tool('eslint/bin/eslint.js'), '.', '--max-warnings=0']),
  ...['test', '.'].map((folder) => command(`svelte-check ${folder}`, svelteCheck(folder))),
  command('knip', knip()),
  command('knip without the tests', knip('--production', '--include=files,dependencies')),
  command('tsc', [tool('typescript/bin/tsc'), '--build', ...floors]),
  command('formatting', [
    tool('prettier/bin/prettier.cjs'),
    ...['--check', '--log-level=warn', '--cache', '--cache-strategy=content', '.'],
  ]),
];

const testStages: Stage[] = [
  vitest('unit'),
  vitest('browser'),
  command('build', [join(root, 'src/cli/bootstrap.mjs'), 'build']),
  vitest('e2e'),
];

function command(name: string, words: readonly string[]): Stage {
  return { name, run: () => runNode({ words }) };
}

/** Finds files, exports and packages that nothing uses. */
function knip(...options: string[]): string[] {
  return [tool('knip/bin/knip.js'), '--config=test/knip.jsonc', ...options];
}

function svelteCheck(folder: string): string[] {
  const options = ['--fail-on-warnings', '--output=human'];
  return [tool('svelte-check/bin/svelte-check'), `--tsconfig=${folder}/tsconfig.json`, ...options];
}

function vitest(project: 'unit' | 'browser' | 'e2e'): Stage {
  const report = join(reports, `${project}.json`);
  const reporters = ['default', 'json', './test/support/progressReporter.ts'];
  const words = [
    ...[tool('vitest/vitest.mjs'), 'run', `--project=${project}`],
    ...reporters.map((reporter) => `--reporter=${reporter}`),
    `--outputFile.json=${report}`,
  ];
  return {
    name: `${project} tests`,
    async run(tell) {
      const needed: Record<string, string> =
        project === 'unit' ? {} : { EDGEWISE_CHROMIUM: findChromium() };
      const outcome = await runNode({ words, environment: needed }, tell);
      return { ...outcome, counts: readTestCounts(report) };
    },
  };
}

async function runAll(log: StageLog): Promise<Outcome[]> {
  const outcomes = await runStages(staticStages, Math.min(availableParallelism(), 4), log);
  if (process.argv.includes('--static')) return outcomes;
  outcomes.push(...(await runStages(testStages, 1, log)));
  const counts = outcomes.map((outcome) => outcome.counts).reduce(addCounts, noTests);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
  console.log(describeCounts(counts));
  return outcomes;
}

process.chdir(root);
const log = new StageLog(console.log, () => performance.now());
const timer = setInterval(() => log.beat(), beat);
try {
  const outcomes = await runAll(log);
  if (!outcomes.every(({ succeeded }) => succeeded)) process.exitCode = 1;
} finally {
  clearInterval(timer);
  rmSync(reports, { recursive: true, force: true });
}
