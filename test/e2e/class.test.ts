import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';

const desktop = { viewport: { width: 1280, height: 680 }, path: 'class/' };
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true, path: 'class/' };

describe('the page of the class', () => {
  it('makes rounds, one or many, and begins anew with other settings', async ({ open }) => {
    const page = await open(desktop);
    await page.getByText('20 waiting').waitFor();
    const now = page.locator('.now');
    await page.getByRole('button', { name: 'One round' }).click();
    await expect.poll(() => now.innerText()).toMatch(/round 1\b[^]*20 clients/);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => now.innerText()).toMatch(/round [3-9]\b/);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^After round \d+ the accuracy is 0\.\d{3}\.$/).waitFor();
    await page.getByRole('button', { name: 'What could a curious server read?' }).click();
    const report = page.getByRole('dialog');
    await report.getByRole('row', { name: 'one sample 100 %' }).waitFor();
    await report.getByRole('button', { name: 'batch of 8' }).click();
    await report.getByText('It was learned from 8 samples.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await report.getByRole('button', { name: 'Close' }).click();

    await page.getByLabel('poisoned clients').fill('3');
    await page.getByLabel('poisoned clients').press('Enter');
    await page.getByLabel('strategy', { exact: true }).selectOption('bulyan');
    await expect.poll(() => page.locator('.poisoned').count()).toBe(3);
    await expect.poll(() => page.url()).toMatch(/#strategy=bulyan&poisoned=3$/);
    await page.getByLabel('faulty clients f').fill('9');
    await page.getByLabel('faulty clients f').press('Enter');
    await page.getByText('Bulyan against 9 faulty clients needs at least 39 updates').waitFor();
    expect(await page.getByRole('button', { name: 'Play' }).isDisabled()).toBe(true);
  });

  it('works by touch, with samples of three classes', async ({ open }) => {
    const page = await open(tablet);
    await page.getByText('20 waiting').waitFor();
    await page.getByLabel('data set').selectOption('arms');
    await expect.poll(() => page.url()).toMatch(/#data=arms$/);
    await page.getByText('20 waiting').waitFor();
    await page.getByRole('button', { name: 'One round' }).tap();
    await expect.poll(() => page.locator('.now').innerText()).toMatch(/round 1\b/);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBe(widths[1]);
  });
});
