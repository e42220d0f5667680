import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { finished, ready } from './support/steps.ts';

async function savedFiles(page: Page): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reading: Promise<void>[] = [];
  page.on('download', (download) => {
    const read = async () =>
      void files.set(download.suggestedFilename(), await readFile(await download.path()));
    reading.push(read());
  });
  await page.getByRole('button', { name: 'Save model' }).click();
  await expect.poll(() => files.size).toBe(2);
  await Promise.all(reading);
  return files;
}

describe('what the page saves and copies', () => {
  it('is a model in the format of tfjs', async ({ open }) => {
    const page = await open({ path: '#speed=7', acceptDownloads: true });
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    const files = await savedFiles(page);
    const [weights = '', description = ''] = [...files.keys()].sort();
    expect(weights).toMatch(/^edgewise-2-20-2-[0-9a-f]{8}\.bin$/);
    expect(description).toBe(weights.replace('.bin', '.json'));
    expect(files.get(weights)?.length).toBe(102 * 4);
    expect(JSON.parse(files.get(description)?.toString() ?? '')).toMatchObject({
      weightsManifest: [{ paths: [`./${weights}`] }],
    });
  });

  it('is the evaluation as text', async ({ open }) => {
    const page = await open({
      path: '#speed=7',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/accuracy/i);
    expect(text).toMatch(/evaluation set/i);
  });
});
