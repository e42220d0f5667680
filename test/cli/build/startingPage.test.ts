import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { build } from 'vite';
import { startingPage } from '../../../src/cli/build/startingPage.ts';

async function builtPage(body: string, sources?: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'edgewise-page-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'piece.html'), '<p>It costs $1, or $&.</p>\n');
  writeFileSync(join(root, 'index.html'), `<!doctype html><body>${body}</body>`);
  const plugins = [startingPage(sources ?? root, { piece: join(root, 'piece.html') })];
  const options = { root, plugins, configFile: false, logLevel: 'silent' } as const;
  const result = await build({ ...options, build: { write: false } });
  const { output } = [result].flat()[0] as { output: { source?: unknown }[] };
  return String(output[0]?.source);
}

it('puts the piece in the place of its comment, letter by letter', async () => {
  expect(await builtPage('<!-- piece -->')).toContain('<body><p>It costs $1, or $&.</p></body>');
});

it('fails for a page without the comment', async () => {
  await expect(builtPage('<p>None.</p>')).rejects.toThrow('expected the line <!-- piece -->');
});

it('leaves a page alone that is not among the sources', async () => {
  expect(await builtPage('<p>Tests.</p>', '/elsewhere')).toContain('<body><p>Tests.</p></body>');
});
