import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { ready, shownStep } from './support/steps.ts';

/** Colours from 0 to 255, as a spreadsheet of a country with decimal commas writes them. */
const colours = Array.from({ length: 40 }, (_, i) => {
  const near = `${i},5;${2 * i}`;
  return i % 2 === 0 ? `no;${near}` : `yes;${200 - i},25;${250 - i}`;
});
const buffer = Buffer.from(`answer;r;g\r\n${colours.join('\r\n')}\r\n`);

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Your file' }).click();
  return page.getByRole('dialog', { name: 'Your own samples' });
}

describe('a file of own samples', () => {
  it('is looked at, scaled, learned, kept over a reload, and saved', async ({ open }) => {
    const page = await open({ path: '#data=linear&engine=simd' });
    await ready(page);
    const dialog = await openDialog(page);
    const file = { name: 'colours.csv', mimeType: 'text/csv', buffer };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByText('This is far from unit scale').waitFor();
    expect(await dialog.getByRole('combobox', { name: 'column of x' }).inputValue()).toBe('2');
    expect(await accessibilityViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Standardise' }).click();
    await dialog.getByRole('button', { name: 'Use them' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const data = page.getByRole('region', { name: 'Data' });
    await data.getByText('no is red, yes is blue').waitFor();
    // In the units of the file: x up to 200.
    await page.locator('.stage svg', { hasText: '200' }).first().waitFor();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByText('model evaluation result').first().waitFor();

    await page.reload();
    await ready(page);
    await data.getByText('no is red, yes is blue').waitFor();
    expect(await data.getByText('colours.csv').count()).toBe(1);
    const again = await openDialog(page);
    const downloads: string[] = [];
    page.on('download', (download) => {
      void download.path().then((path) => downloads.push(readFileSync(path, 'utf8')));
    });
    await again.getByRole('button', { name: 'Save the present samples' }).click();
    await expect.poll(() => downloads.length).toBe(2);
    const lines = downloads
      .join('')
      .split('\n')
      .filter((line) => /^[01],/.test(line));
    const given = colours.map((line) =>
      line.replaceAll(',', '.').replace('no', '0').replace('yes', '1').replaceAll(';', ','),
    );
    expect(lines.map(rounded).sort()).toEqual(given.map(rounded).sort());
  });

  it('of a whole experiment goes on on another page where it was left', async ({ open }) => {
    const page = await open({ path: '#data=circle&engine=simd&speed=max&epochs=5' });
    await ready(page);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByText('model evaluation result').first().waitFor();
    const learned = await shownStep(page);
    const downloaded = page.waitForEvent('download');
    await (
      await openDialog(page)
    )
      .getByRole('button', { name: 'Save the whole experiment' })
      .click();
    const saved = await (await downloaded).path();
    const name = 'Circle.edgewise.json';
    expect((await downloaded).suggestedFilename()).toBe(name);

    const other = await open({ path: '#data=moon' });
    await ready(other);
    const dialog = await openDialog(other);
    const file = { name, mimeType: 'application/json', buffer: readFileSync(saved) };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.waitFor({ state: 'hidden' });
    expect(await other.getByRole('radio', { name: 'Circle' }).isChecked()).toBe(true);
    await expect.poll(() => shownStep(other)).toBe(learned);
    expect(learned).toBeGreaterThan(0);
  });

  it('is refused with its line when it is dropped, and nothing changes', async ({ open }) => {
    const page = await open({ path: '#data=moon' });
    await ready(page);
    await page.getByRole('button', { name: 'Your file' }).waitFor();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['0,0.5,1\n1,0.25,2\n0,1.5,oh\n1,1,1\n'], 'bad.csv'));
      return data;
    });
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    const dialog = page.getByRole('dialog', { name: 'Your own samples' });
    await dialog.getByRole('button', { name: 'Use them' }).click();
    await dialog
      .getByText('bad.csv, line 3: expected a number in column 3, got "0,1.5,oh"')
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('radio', { name: 'Moon' }).isChecked()).toBe(true);
  });
});

/** To two digits after the point, which the given file has. */
function rounded(line: string): string {
  return line
    .split(',')
    .map((cell) => Number(cell).toFixed(2))
    .join();
}
