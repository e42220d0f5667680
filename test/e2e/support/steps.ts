import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** Waits until the status line contains the words. */
export async function status(page: Page, words: string | RegExp): Promise<void> {
  const line = page.getByRole('contentinfo').getByText(words);
  await line.waitFor({ timeout: 60_000 });
}

/** Waits until the page shows its first frame and can train. */
export async function ready(page: Page): Promise<void> {
  await status(page, 'ready to train');
}

/** Waits until all is there that comes after the page is ready; where the panels stand in columns. */
export async function complete(page: Page): Promise<void> {
  await ready(page);
  const summaries = page.locator('summary');
  await expect.poll(() => summaries.count()).toBe(4);
  await page.getByRole('tree').waitFor();
  await page.getByRole('application', { name: /Loss/ }).waitFor();
  await page.getByRole('region', { name: /Challenge/ }).waitFor();
}

/** Waits until training has ended by itself. */
export async function finished(page: Page): Promise<void> {
  await status(page, 'model evaluation result');
}

/**
 * Taps the middle of the element. Playwright's own `tap` lifts the finger only when the page has
 * answered its touch: where the page is busy for half a second, Chromium takes that for a long press.
 */
export async function tap(locator: Locator): Promise<void> {
  await locator.tap({ trial: true });
  const { x, y, width, height } = await boxOf(locator);
  const page = locator.page();
  const session = await page.context().newCDPSession(page);
  const place = { x: x + width / 2, y: y + height / 2 };
  await Promise.all([
    session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] }),
    session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ]);
  await session.detach();
}

/** The step that the transport bar shows. */
export async function shownStep(page: Page): Promise<number> {
  const text = await page.getByRole('contentinfo').innerText();
  const digits = /step\s+([\d\s]+)/.exec(text)?.[1] ?? '';
  return Number(digits.replace(/\s/g, ''));
}

/** A number from the evaluation table, in the column of the set. */
export async function score(
  page: Page,
  name: string,
  set: 'training' | 'evaluation',
): Promise<number> {
  const header = page.getByRole('rowheader', { name, exact: true });
  if (!(await header.isVisible())) await page.locator('summary', { hasText: 'scores' }).click();
  const row = header.locator('..');
  const text = await row
    .getByRole('cell')
    .nth(set === 'training' ? 0 : 1)
    .innerText();
  return Number(text.replace('−', '-'));
}

/** The text of the engine dialog. */
export async function engineWords(page: Page): Promise<string> {
  await page.getByRole('button', { name: /engine:/ }).click();
  const words = await page.getByRole('dialog').innerText();
  await page.keyboard.press('Escape');
  return words.replace(/\s+/g, ' ');
}

/** Types a value into a field and leaves it. */
export async function enter(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

/** Repeats the assertion until it holds, because a frame may still be on its way. */
export async function eventually(assertion: () => Promise<void>): Promise<void> {
  await expect.poll(() => assertion().then(() => '', String)).toBe('');
}

/** Left, top, width and height in pixels. @throws if the element is not shown. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`Expected ${String(locator)} to be on the screen.`);
  return box;
}
