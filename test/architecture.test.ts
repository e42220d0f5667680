import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import type { House } from './support/house.ts';
import { findBarrels, findDefaultExports, forbiddenImports, isPackage } from './support/house.ts';
import { findCycles, importsOf, targetOf } from './support/imports.ts';
import { subjectOf } from './support/subjectOf.ts';

/** The floors, lowest first; `docs/architecture.md` describes each. */
const house: House = {
  learning: { packages: ['@cfworker/json-schema', 'papaparse'] },
  engines: {
    values: ['learning'],
    packages: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-webgl'],
  },
  figures: { values: ['learning'], packages: ['@observablehq/plot', 'd3', 'd3-*', 'uqr'] },
  notebook: {
    values: ['learning'],
    packages: [
      '@observablehq/inputs',
      '@observablehq/notebook-kit',
      '@observablehq/plot',
      '@codemirror/*',
      '@lezer/highlight',
      '@tensorflow/tfjs',
      'acorn',
      'acorn-walk',
      'd3',
      'htl',
      'katex',
    ],
  },
  federated: {
    values: ['learning'],
    packages: ['@noble/ciphers', '@noble/curves', '@noble/hashes'],
  },
  training: { values: ['learning', 'engines', 'federated'], packages: ['socket.io-client'] },
  'training/client.ts': {
    alone: true,
    values: [
      'learning',
      'engines/engineNames.ts',
      'training/protocol/signs.ts',
      'training/timer.ts',
      'training/watchdog.ts',
    ],
    types: ['training/protocol', 'training/workerPool.ts'],
  },
  'training/workerPool.ts': {
    alone: true,
    values: ['learning'],
    types: ['training/protocol', 'training/workerPort.ts'],
  },
  pages: {},
  server: {
    values: ['learning', 'federated', 'pages'],
    packages: ['mime-types', 'negotiator', 'node:*', 'send', 'socket.io'],
  },
  state: {
    values: ['learning', 'engines/engineNames.ts', 'training/client.ts', 'notebook', 'federated'],
    types: ['engines', 'training/protocol', 'training/room', 'training/timer.ts'],
    packages: ['svelte'],
  },
  cli: {
    values: [
      'learning',
      'engines',
      'training/running',
      'training/room',
      'federated',
      'pages',
      'server',
    ],
    packages: ['assemblyscript', 'node:*', 'uqr', 'vite'],
  },
  views: {
    values: ['state', 'figures', 'pages', 'learning/classes.ts', 'notebook/codeEditor.ts'],
    types: ['learning', 'federated'],
    packages: ['svelte'],
  },
  elements: { values: ['learning', 'state', 'views'], packages: ['svelte'] },
  pictures: {
    values: [
      'learning',
      'engines',
      'figures',
      'notebook',
      'training/running',
      'state',
      'elements/ownSamples.ts',
      'elements/trainerOptions.ts',
    ],
    packages: ['d3', 'jsdom'],
  },
  app: {
    values: [
      'learning',
      'figures',
      'notebook',
      'elements',
      'federated',
      'training',
      'state',
      'views',
      'pages',
    ],
    workers: ['training/worker.ts'],
    packages: ['svelte'],
  },
};

/** What tests test whose names are not those of a file or folder of src. */
const subjects: Readonly<Record<string, string | undefined>> = {
  'elements/shippedTypes.browser.test.ts': 'elements/edgewise.ts',
  'learning/datasets/learned.test.ts': 'learning/datasets',
  'learning/datasets/ownSets.test.ts': 'learning/datasets',
  'learning/evaluation/curves.test.ts': 'learning/evaluation',
  'learning/settings/fields.test.ts': 'learning/settings',
  'state/page/address/settingsPage.test.ts': 'state/page/address',
  'state/experiment/blankPage.browser.test.ts': 'state/experiment/createExperiment.ts',
  'training/session/changeSamples.test.ts': 'training/session/runCommands.ts',
  'views/classTokens.test.ts': 'views/edgewise.css',
  'views/embedding.browser.test.ts': 'views/edgewise.css',
};

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

function filesUnder(folder: string, pattern: RegExp): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.map((path) => path.split(sep).join('/')).filter((path) => pattern.test(path));
}

const sources = new Map(
  filesUnder(src, /\.(ts|svelte)$/)
    .filter((path) => !path.endsWith('.d.ts'))
    .map((path) => [path, readFileSync(join(src, path), 'utf8')]),
);

describe('the house', () => {
  it('has sources', () => {
    expect(sources.size).toBeGreaterThan(10);
  });

  it('imports from lower floors only', () => {
    expect(forbiddenImports(sources, house)).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it('has no barrels and no index files', () => {
    const indexes = Array.from(sources.keys()).filter((path) => /(^|\/)index\./.test(path));
    expect([...indexes, ...findBarrels(sources)]).toEqual([]);
  });

  it('exports by name', () => {
    expect(findDefaultExports(sources)).toEqual([]);
  });

  it('keeps clocks and global randomness out of the cores', () => {
    const impure = Array.from(sources)
      .filter(([path]) => /^(learning|federated)\//.test(path))
      .filter(([, text]) => /\bMath\.random\b|\bDate\b|\bperformance\b|\bsetTimeout\b/.test(text));
    expect(impure.map(([path]) => path)).toEqual([]);
  });

  it('builds and runs without tests and without the devDependencies', () => {
    const viteConfig = readFileSync(join(root, 'vite.config.ts'), 'utf8');
    const allowed = Object.keys(packageJson.dependencies).concat('node:*');
    const others = Array.from(new Map(sources).set('../vite.config.ts', viteConfig)).flatMap(
      ([path, text]) =>
        importsOf(path, text)
          .filter(({ kind }) => kind !== 'type')
          .map((one) => ({ path, specifier: one.specifier, target: targetOf(path, one) }))
          .filter(({ specifier, target }) =>
            target === undefined
              ? !allowed.some((name) => isPackage(specifier, name))
              : target.startsWith('../test/'),
          )
          .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(others).toEqual([]);
  });

  it('has a source for every test', () => {
    const tests = filesUnder(import.meta.dirname, /\.test\.ts$/).filter(
      (path) => path.split('/', 1).join() in house,
    );
    const astray = tests.filter((test) => {
      const subject = subjects[test] ?? subjectOf(test, sources.keys());
      return subject === undefined || !existsSync(join(src, subject));
    });
    expect(tests.length).toBeGreaterThan(100);
    expect(astray).toEqual([]);
  });

  it('lists only tests that exist', () => {
    const gone = Object.keys(subjects).filter(
      (test) => !existsSync(join(import.meta.dirname, test)),
    );
    expect(gone).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('finds every kind of import', () => {
    const text = `
      import a, { b } from './a.ts';
      import type { C } from './c.ts';
      import { type D } from './d.ts';
      import './effect.css';
      import rows from '../data/rows.csv?raw';
      export { e } from './e.ts';
      export type { F } from './f.ts';
      export const g = 'import "./text.ts"'; // import './comment.ts'
      const h = await import('./h.ts');
      let i: import('./i.ts').I;
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      new URL('../data/', import.meta.url);
    `;
    expect(importsOf('x.ts', text).map(({ kind, specifier }) => `${kind} ${specifier}`)).toEqual([
      'value ./a.ts',
      'type ./c.ts',
      'value ./d.ts',
      'value ./effect.css',
      'value ../data/rows.csv',
      'value ./e.ts',
      'type ./f.ts',
      'value ./h.ts',
      'type ./i.ts',
      'worker ./worker.ts',
    ]);
  });

  it('reads both scripts of a component', () => {
    const text = `
      <script module lang="ts">import { a } from './a.ts';</script>
      <script lang="ts">
        import B from './B.svelte';
      </script>
      <p>import './markup.ts'</p>`;
    expect(importsOf('X.svelte', text).map(({ specifier }) => specifier)).toEqual([
      './a.ts',
      './B.svelte',
    ]);
  });
});

describe('the checks of the house', () => {
  const check = (files: Record<string, string>) =>
    forbiddenImports(new Map(Object.entries(files)), house);

  it('report a higher floor, a package, and a missing extension', () => {
    expect(
      check({
        'learning/a.ts': "import '../engines/b.ts'; import 'd3'; import { c } from './c';",
        'engines/b.ts': "import '@tensorflow/tfjs-core'; import '../learning/a.ts';",
      }),
    ).toEqual([
      'learning/a.ts may not import engines/b.ts (value)',
      'learning/a.ts may not use the package d3',
      'learning/a.ts imports learning/c without its extension',
    ]);
  });

  it('report values where only types are allowed', () => {
    const view = { 'learning/a.ts': '', 'views/B.svelte': '' };
    const script = (text: string) => ({ ...view, 'views/B.svelte': `<script>${text}</script>` });
    expect(check(script("import type { A } from '../learning/a.ts';"))).toEqual([]);
    expect(check(script("import { A } from '../learning/a.ts';"))).toEqual([
      'views/B.svelte may not import learning/a.ts (value)',
    ]);
  });

  it('let the client know the types of the protocol, and nothing else of its folder', () => {
    const files = { 'training/session/session.ts': '', 'training/protocol/frame.ts': '' };
    const client = (text: string) => ({ ...files, 'training/client.ts': text });
    expect(check(client("import type { Frame } from './protocol/frame.ts';"))).toEqual([]);
    expect(
      check(client("import './protocol/frame.ts'; import type { S } from './session/session.ts';")),
    ).toEqual([
      'training/client.ts may not import training/protocol/frame.ts (value)',
      'training/client.ts may not import training/session/session.ts (type)',
    ]);
  });

  it('report a worker that the folder may not start', () => {
    const start = "new Worker(new URL('../training/worker.ts', import.meta.url));";
    expect(check({ 'app/main.ts': start, 'training/worker.ts': '' })).toEqual([]);
    expect(check({ 'state/run.ts': start, 'training/worker.ts': '' })).toEqual([
      'state/run.ts may not import training/worker.ts (worker)',
    ]);
  });

  it('report a folder without a rule', () => {
    expect(check({ 'attic/a.ts': "import 'd3';" })).toEqual([
      'attic/a.ts: the folder attic has no rule',
    ]);
  });

  it('find cycles, through types as well', () => {
    const cyclic = new Map([
      ['learning/a.ts', "import './b.ts';"],
      ['learning/b.ts', "import type { C } from './c.ts';"],
      ['learning/c.ts', "export * from './a.ts';"],
      ['learning/d.ts', "import './a.ts';"],
    ]);
    expect(findCycles(cyclic)).toEqual([
      'learning/a.ts → learning/b.ts → learning/c.ts → learning/a.ts',
    ]);
  });

  it('find barrels and default exports', () => {
    const files = new Map([
      ['barrel.ts', "export * from './a.ts';\nexport { b } from './b.ts';"],
      ['a.ts', 'export default 1;'],
      ['b.ts', 'export default function b() {}'],
      ['c.ts', "export * from './a.ts';\nexport const c = 1;"],
    ]);
    expect(findBarrels(files)).toEqual(['barrel.ts']);
    expect(findDefaultExports(files)).toEqual(['a.ts', 'b.ts']);
  });
});
