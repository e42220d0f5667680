import type { Page } from 'playwright';
import { expect } from 'vitest';
import { it } from './support/application.ts';
import { boxOf, complete, eventually, finished, shownStep } from './support/steps.ts';

/** Does as the translators of browsers do (theirs are `font`): each text goes into two new elements. */
function translate(): void {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walk.nextNode()) texts.push(walk.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent?.closest('script, style, textarea, [translate=no]')) continue;
    const outer = document.createElement('translated-text');
    const inner = document.createElement('translated-text');
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** What a user does, so that all that can change on the screen does. */
async function act(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Moon' }).check({ force: true });
  await page.getByRole('button', { name: 'one layer more' }).click();
  await page.getByRole('combobox', { name: 'updater' }).selectOption('Adam');
  for (const [group, choice] of [
    ['positive class', 'red'],
    ['confusion matrix of', 'training'],
  ] as const) {
    const radios = page.getByRole('radiogroup', { name: group });
    await radios.getByRole('radio', { name: choice }).check({ force: true });
  }
  const field = page.getByRole('textbox', { name: 'epochs', exact: true });
  await field.fill('-1');
  await field.press('Enter');
  await field.fill('3');
  await field.press('Enter');
  await page.getByRole('slider', { name: 'speed' }).press('End');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await finished(page);
  await expect.poll(() => shownStep(page)).toBe(120);
  const plot = await boxOf(page.getByRole('application', { name: /plane/ }));
  await page.mouse.move(plot.x + plot.width / 3, plot.y + plot.height / 3);
  await page.getByText(/P\(blue\) [01]\.\d\d/).waitFor();
}

/** All texts, also those that are only spoken. */
async function textOf(page: Page): Promise<string> {
  const text = await page.locator('#app').evaluate((element) => element.textContent);
  return text.replace(/\s+/g, ' ');
}

it('a translated page shows what the page itself would show', async ({ open }) => {
  const options = { viewport: { width: 1280, height: 800 }, path: '#engine=simd' };
  const [original, translated] = [await open(options), await open(options)];
  for (const page of [original, translated]) {
    await complete(page);
    for (const more of await page.locator('summary').all()) await more.click();
  }
  await translated.evaluate(translate);
  await act(original);
  await act(translated);
  await eventually(async () => {
    expect(await textOf(translated)).toBe(await textOf(original));
  });
});
