import { expect, it } from 'vitest';
import { filesToStart } from '../../../src/cli/build/filesToStart.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

it('follows styles, scripts, static imports and workers, but no import on demand', () => {
  const found = filesToStart(
    temporaryFolder({
      'index.html': `<link rel="icon" href="data:,"><a href="./learn/"></a><link rel="stylesheet" href="./assets/a.css">
        <script type="module" src="./assets/index.js"></script>`,
      'assets/a.css': 'p { color: red }',
      'assets/index.js': `import{a}from"./part.js";a();import("./later.js");
        new Worker(new URL(new URL(\`worker.js\`,import.meta.url).href,\`\`+import.meta.url));`,
      'assets/part.js': 'export{a}from"./deep.js";',
      'assets/deep.js': 'import"./part.js";export const a=()=>"import(`./text.js`)";',
      'assets/worker.js': 'import "./shared.js"; import("./large.js");',
      'assets/shared.js': '',
      'assets/large.js': '',
      'assets/later.js': '',
      'assets/text.js': '',
      'learn/index.html': '',
    }),
  );
  expect(Array.from(found).sort()).toEqual([
    '/assets/a.css',
    '/assets/deep.js',
    '/assets/index.js',
    '/assets/part.js',
    '/assets/shared.js',
    '/assets/worker.js',
    '/index.html',
  ]);
});
