import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, enter, finished, ready, status, tap } from './support/steps.ts';

describe('a wrong answer', () => {
  it('is asked for and mended by a finger, on a phone, and undone with its weights', async ({
    open,
  }) => {
    const page = await open({
      path: '#data=saturn&epochs=5',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await ready(page);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await finished(page);
    await tap(page.getByRole('button', { name: /^ask$/i }));
    const panel = page.getByRole('region', { name: 'Ask the model' });
    await panel.waitFor();
    const plot = page.getByRole('application', { name: /Samples/ });
    await tap(plot);
    const label = page.locator('.square p');
    await expect.poll(() => label.innerText()).toMatch(/^(red|blue), [01]\.\d\d$/);
    const [inside, outside] = [await boxOf(label), await boxOf(plot)];
    expect(inside.x).toBeGreaterThanOrEqual(outside.x);
    expect(inside.x + inside.width).toBeLessThanOrEqual(outside.x + outside.width + 0.5);
    await enter(page, 'a correction trains on for', '20');
    const answer = page.getByRole('group', { name: 'the right answer' }).getByRole('button');
    const right = (await answer.innerText()).trim();
    expect((await boxOf(answer)).height).toBeGreaterThanOrEqual(44);
    await tap(answer);
    // 501 samples in batches of 50 are 11 steps an epoch, after the 5 epochs of 10 steps.
    await status(page, 'paused at iteration #270');
    const rows = panel.getByRole('row');
    await expect.poll(() => rows.nth(2).innerText()).toMatch(/^now.*[01]\.\d\d/);
    expect(await rows.nth(0).innerText()).toContain(right);
    expect(await accessibilityViolations(page)).toEqual([]);
    await tap(panel.getByRole('button', { name: 'Undo', exact: true }));
    await status(page, 'paused at iteration #50');
    await expect.poll(() => panel.getByRole('row').count()).toBe(0);
  });

  it('is found behind its number and mended by keys', async ({ open }) => {
    const page = await open({
      path: '#data=blobs&epochs=3',
      viewport: { width: 1280, height: 900 },
    });
    await ready(page);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await finished(page);
    const matrix = page.getByRole('table', { name: /^Confusion matrix/ });
    const cell = matrix
      .getByRole('row', { name: /^is red/ })
      .getByRole('button')
      .first();
    await cell.press('Enter');
    const list = page.getByRole('region', { name: 'Samples behind the number' });
    const counted = Number(await cell.innerText());
    await expect.poll(() => list.innerText()).toMatch(`${counted} red samples`);
    await list.getByRole('combobox').first().selectOption('blue');
    await expect.poll(() => cell.innerText()).toBe(String(counted - 1));
    await list
      .getByRole('button', { name: /^erase/ })
      .first()
      .press('Enter');
    await expect.poll(() => cell.innerText()).toBe(String(counted - 2));
    await page
      .getByRole('status')
      .getByText(/is erased/)
      .waitFor({ state: 'attached' });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => cell.innerText()).toBe(String(counted));
    await page.getByRole('application', { name: /Samples/ }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('a');
    await page.getByRole('group', { name: 'the right answer' }).waitFor();
    await page
      .getByRole('status')
      .getByText(/: (red|blue|orange|purple|green), [01]\.\d\d\./)
      .waitFor({ state: 'attached' });
  });
});
