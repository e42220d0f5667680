import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { it } from './support/application.ts';

const lesson = join(import.meta.dirname, '../../notebooks/02-what-a-unit-does.html');

/** Saves the notebook by that button; gives the folder and the names of the files. */
async function save(page: Page, button: string, count: number) {
  const folder = temporaryFolder();
  const downloads: Promise<string>[] = [];
  page.on('download', (download) => {
    const name = download.suggestedFilename();
    downloads.push(download.saveAs(join(folder, name)).then(() => name));
  });
  await page.getByRole('button', { name: 'Save as file' }).click();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await expect.poll(() => downloads.length).toBe(count);
  return { folder, names: (await Promise.all(downloads)).sort() };
}

it('saves a lesson as it is, with what it needs elsewhere, and as a page for itself', async ({
  open,
}) => {
  const path = 'learn/#what-a-unit-does';
  const page = await open({ path, viewport: { width: 1280, height: 680 } });
  await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
  const pair = await save(page, 'As a notebook file with edgewise.js', 2);
  expect(pair.names).toEqual(['edgewise.js', 'what-a-unit-does.html']);
  const saved = readFileSync(join(pair.folder, 'what-a-unit-does.html'), 'utf8');
  expect(saved).toBe(readFileSync(lesson, 'utf8'));
  await page.reload();
  await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
  const { folder, names } = await save(page, 'As a page that runs by itself', 1);
  await page.close();

  // Opened from the disk, where every request is to be seen as one to another machine.
  const origin = pathToFileURL(join(folder, names[0] ?? '')).href;
  const alone = await open({ origin, path: '', offline: true });
  const statuses = () =>
    alone
      .locator('[data-cell]')
      .evaluateAll((cells: HTMLElement[]) => cells.map(({ dataset }) => dataset.status));
  await expect.poll(statuses).toEqual(Array(15).fill('fulfilled'));
  await alone.locator('.katex').first().waitFor();
  const trainer = alone.locator('edgewise-trainer').first();
  await trainer.getByRole('button', { name: 'Train', exact: true }).click();
  await alone.getByText(/^After 100 epochs it predicts/).waitFor();
});
