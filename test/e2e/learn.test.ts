import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';

const folder = join(import.meta.dirname, '../../notebooks');
const lessons = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace(/^\d+-|\.html$/g, ''));

/** How each cell fares, by its number. */
function statuses(page: Page): Promise<string[]> {
  return page
    .locator('[data-cell]')
    .evaluateAll((cells: HTMLElement[]) => cells.map(({ dataset }) => dataset.status ?? ''));
}

/** The ids of the last three cells. */
const lastIds = (cells: Element[]) =>
  cells
    .slice(-3)
    .map((cell) => cell.getAttribute('data-cell'))
    .join(' ');

const desktop = { viewport: { width: 1280, height: 680 } };

describe('the page of the lessons', () => {
  it('is reached from the playground and leads back', async ({ open }) => {
    const page = await open(desktop);
    await page.getByRole('link', { name: 'Learn' }).click();
    await page.getByRole('heading', { name: 'Learn' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(lessons.length);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('listitem').first().getByRole('link').click();
    await page.locator('[data-cell]').first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Learn' }).waitFor();
    await page.getByRole('link', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
  });

  it.for(['nothing', '%', '%E0%A4%A'])('lists the lessons at #%s', async (hash, { open }) => {
    const page = await open({ ...desktop, path: `learn/#${hash}` });
    await page.getByRole('heading', { name: 'Learn' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(lessons.length);
  });

  it('evaluates text only there', async ({ open }) => {
    const policies: Record<string, string> = {};
    for (const path of ['', 'learn/']) {
      const page = await open({
        path,
        prepare: async (page) => {
          page.on('response', (response) => {
            const policy = response.headers()['content-security-policy'];
            if (response.url().endsWith(`/${path}`)) policies[path] = policy ?? '';
          });
          await Promise.resolve();
        },
      });
      await page.getByRole('navigation', { name: 'pages' }).waitFor();
    }
    expect(policies['']).toContain("script-src 'self'");
    expect(policies['']).not.toContain("'unsafe-eval'");
    expect(policies['learn/']).toContain("'unsafe-eval'");
  });
});

/** Where a projector shows slides; the second one is shown at last. */
const screens = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

/** The numbers of the slides that do not fit the screen, from 1; all slides are shown. */
async function slidesThatScroll(page: Page): Promise<number[]> {
  const tooLarge: number[] = [];
  const slide = page.getByRole('status', { name: 'slide' });
  await page.keyboard.press('Home');
  for (let number = 1, count = NaN; !(number > count); number++) {
    await expect.poll(() => slide.textContent()).toMatch(new RegExp(`^${number} / `));
    count = Number((await slide.textContent())?.split('/')[1]);
    // Pictures become smaller, frame by frame, until the slide fits.
    const fits = await page.evaluate(async () => {
      const { documentElement: whole } = document;
      for (let frame = 0; frame < 40; frame++) {
        if (frame > 2 && whole.scrollHeight <= innerHeight) break;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return whole.scrollHeight <= innerHeight && whole.scrollWidth <= innerWidth;
    });
    if (!fits) tooLarge.push(number);
    await page.keyboard.press('PageDown');
  }
  return tooLarge;
}

it('runs every cell of every lesson, asks nobody else for anything, and fits phones and projectors', async ({
  open,
}) => {
  const page = await open({ path: 'learn/', ...desktop });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  for (const name of lessons) {
    await page.evaluate((hash) => (location.hash = hash), name);
    await page.getByRole('link', { name: 'All lessons' }).waitFor();
    await expect
      .poll(async () => (await statuses(page)).filter((status) => status !== 'fulfilled'), {
        message: name,
      })
      .toEqual([]);
    expect(await page.getByRole('alert').allTextContents(), name).toEqual([]);
    if (name === lessons.at(-1)) expect(await accessibilityViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(width, { message: name }).toBe(390);
    await page.setViewportSize({ width: 1280, height: 680 });
    await page.getByRole('button', { name: 'Present' }).click();
    for (const screen of screens) {
      await page.setViewportSize(screen);
      expect(await slidesThatScroll(page), `${name} at ${screen.width}`).toEqual([]);
    }
    await page.getByRole('button', { name: 'End' }).click();
    await page.evaluate(() => (location.hash = ''));
    await page.getByRole('heading', { name: 'Learn' }).waitFor();
  }
});

describe('a lesson', () => {
  const path = 'learn/#what-a-unit-does';

  it('lets a network learn, and notices that the goal is reached', async ({ open }) => {
    const page = await open({ path, ...desktop });
    await page.getByLabel('units in the hidden layer').first().fill('4');
    await page.getByLabel('units in the hidden layer').first().press('Enter');
    const trainer = page.locator('edgewise-trainer').nth(1);
    await trainer.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByText(/^Done with 4 units/).waitFor();
    // The wrong way: one unit draws one line.
    await page.getByLabel('units in the hidden layer').first().fill('1');
    await page.getByLabel('units in the hidden layer').first().press('Enter');
    await trainer.getByRole('button', { name: 'Train', exact: true }).click();
    const answer = page.getByText(/are right with 1 unit\. It has stopped there/);
    await answer.waitFor();
    expect(await answer.textContent()).not.toContain('Done');
  });

  it('is changed in place, run, kept, and reset', async ({ open }) => {
    const page = await open({ path, ...desktop });
    await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
    const cell = page.locator('[data-cell="15"]');
    await cell.getByRole('button', { name: 'text of cell 15' }).click();
    const editor = cell.getByRole('textbox', { name: 'text of cell 15' });
    await editor.press('Control+a');
    await editor.pressSequentially('Two and two is ${2 + 2}.');
    await editor.press('Shift+Enter');
    await cell.getByText('Two and two is 4.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.reload();
    await cell.getByText('Two and two is 4.').waitFor();
    await page.getByRole('button', { name: 'Reset all cells' }).click();
    await cell.getByRole('heading', { name: 'What you know now' }).waitFor();
    await page.getByRole('button', { name: 'undo the last change of the cells' }).click();
    await cell.getByText('Two and two is 4.').waitFor();
  });

  it('gets cells, which are moved and deleted by button and key, and undone', async ({ open }) => {
    const page = await open({ path, ...desktop });
    await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
    const order = () => page.locator('[data-cell]').evaluateAll(lastIds);
    await page
      .getByRole('group', { name: 'at the end' })
      .getByText('Text', { exact: true })
      .click();
    const added = page.locator('[data-cell="16"]');
    await added.getByRole('textbox').pressSequentially('The rate is ${0.1 + 0.2}.');
    await added.getByRole('textbox').press('Shift+Enter');
    await added.getByText('The rate is 0.3').first().waitFor();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await order()).toBe('14 16 15');
    expect(await added.getByRole('textbox').evaluate((box) => box === document.activeElement)).toBe(
      true,
    );
    await page.getByText('Cell 16 moved up.').waitFor({ state: 'attached' });
    await added.getByRole('button', { name: 'Down' }).click();
    expect(await order()).toBe('14 15 16');
    await page.keyboard.press('Alt+Shift+Delete');
    expect(await order()).toBe('13 14 15');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: cell 16 moved down.').waitFor({ state: 'attached' });
    expect(await order()).toBe('14 16 15');
    await page.reload();
    await added.getByText('The rate is 0.3').waitFor();
    expect(await order()).toBe('14 16 15');
  });

  it('says where a mistake is, and goes on', async ({ open }) => {
    const page = await open({ path, ...desktop });
    const cell = page.locator('[data-cell="6"]');
    await cell.getByRole('button', { name: 'text of cell 6' }).click();
    await cell.getByRole('textbox').press('Control+a');
    await cell.getByRole('textbox').pressSequentially('${missing}');
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('alert').getByText('Cell 6: missing is not defined.').waitFor();
    await cell.getByRole('button', { name: 'Back to the lesson’s text' }).click();
    await cell.getByText('Your line predicts 48 of 200 samples right').waitFor();
    expect(await cell.getByRole('alert').count()).toBe(0);
  });

  it('is presented with a clicker', async ({ open }) => {
    const page = await open({ path, viewport: { width: 1920, height: 1080 } });
    await page.locator('[data-cell="12"][data-status="fulfilled"]').waitFor();
    await page.getByRole('button', { name: 'Present' }).click();
    const slide = page.getByRole('status', { name: 'slide' });
    await expect.poll(() => slide.textContent()).toBe('1 / 6');
    for (const expected of ['2 / 6', '3 / 6', '4 / 6', '5 / 6', '6 / 6']) {
      await page.keyboard.press('PageDown');
      await expect.poll(() => slide.textContent()).toBe(expected);
    }
    await page.keyboard.press('PageUp');
    await page.locator('edgewise-trainer').nth(1).waitFor();
    expect(await page.locator('edgewise-trainer').first().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'End' }).click();
    await page.getByRole('link', { name: 'Play', exact: true }).waitFor();
  });
});

it('keeps notebooks of the reader’s: from a file, which runs when the reader says so, renamed, deleted', async ({
  open,
}) => {
  const page = await open({ path: 'learn/', ...desktop });
  const script = '<script type="module">document.body.dataset.ran = "yes";</script>';
  const buffer = Buffer.from(`<!doctype html><notebook><title>Theirs</title>${script}</notebook>`);
  const file = { name: 'theirs.html', mimeType: 'text/html', buffer };
  await page.getByLabel('Open a notebook from a file').setInputFiles(file);
  await page.getByText('document.body.dataset.ran = "yes";').waitFor();
  expect(await page.title()).toBe('Theirs – Edgewise');
  await page.reload();
  await page.getByRole('button', { name: 'Run this notebook' }).waitFor();
  expect(await page.locator('[data-ran]').count()).toBe(0);
  await page.getByRole('button', { name: 'Run this notebook' }).click();
  await page.locator('[data-ran]').waitFor();
  await page.getByRole('group', { name: 'at the end' }).getByText('Text', { exact: true }).click();
  await page.getByRole('textbox').pressSequentially('My own words.');
  await page.reload();
  await page.locator('[data-ran]').waitFor();
  await page.getByText('My own words.').waitFor();

  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByRole('button', { name: 'rename Theirs' }).click();
  await page.getByRole('textbox', { name: 'title' }).fill('Ours');
  await page.getByRole('textbox', { name: 'title' }).press('Enter');
  await page.getByRole('button', { name: 'delete Ours' }).click();
  await page.getByText('“Ours” is deleted.').waitFor();
  expect(await page.getByRole('link', { name: 'Ours', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Ours', exact: true }).click();
  await page.getByText('My own words.').waitFor();
});

it('remembers the place and the slide over a reload, and shows the progress in the list', async ({
  open,
}) => {
  const page = await open({ path: 'learn/#what-a-unit-does', ...desktop });
  await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
  await page.locator('[data-cell="10"]').evaluate((cell) => cell.scrollIntoView());
  const kept = () =>
    page.evaluate(() => localStorage.getItem('edgewise-progress-what-a-unit-does'));
  await expect.poll(kept).toContain('"cell":10');
  await page.reload();
  await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
  const top = () =>
    page.locator('[data-cell="10"]').evaluate((cell) => Math.round(cell.getBoundingClientRect().y));
  await expect.poll(top).toBeLessThan(10);
  await page.getByRole('button', { name: 'Present' }).click();
  await page.keyboard.press('PageDown');
  await page.reload();
  await expect.poll(() => page.getByRole('status', { name: 'slide' }).textContent()).toBe('2 / 6');
  await page.getByRole('button', { name: 'End' }).click();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByText('read to cell').first().waitFor();
});

it('makes a notebook of the playground’s experiment, and leads back', async ({ open }) => {
  const page = await open({ path: '#data=moon&hidden=4', ...desktop });
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('link', { name: 'Open in a notebook' }).click();
  await page.getByRole('heading', { name: 'My experiment' }).waitFor();
  await page.locator('[data-cell="6"][data-status="fulfilled"]').waitFor();
  await page.getByText('After 0 epochs').waitFor();
  const cell = page.locator('[data-cell="3"]');
  await cell.getByRole('button', { name: 'text of cell 3' }).click();
  const opened = page.waitForEvent('popup');
  await cell.getByRole('link', { name: 'Open in the playground' }).click();
  expect(new URL((await opened).url()).hash).toBe('#data=moon&hidden=4');
});

it('shows the presenter this slide, the next and the time, in step both ways', async ({ open }) => {
  const page = await open({ path: 'learn/#what-a-unit-does', ...desktop });
  await page.locator('[data-cell="15"][data-status="fulfilled"]').waitFor();
  await page.getByRole('button', { name: 'Present' }).click();
  const slide = page.getByRole('status', { name: 'slide' });
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Notes' }).click();
  const presenter = await popup;
  await presenter.getByText('Slide 1 of 6').waitFor();
  const next = presenter.getByRole('region', { name: 'next slide' });
  await next.getByRole('link', { name: 'Three numbers', includeHidden: true }).waitFor();
  await presenter.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => slide.textContent()).toBe('2 / 6');
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await presenter.getByText('Slide 3 of 6').waitFor();
  expect(await accessibilityViolations(presenter)).toEqual([]);
  await page.reload();
  await expect.poll(() => slide.textContent()).toBe('3 / 6');
  await presenter.keyboard.press('PageUp');
  await expect.poll(() => slide.textContent()).toBe('2 / 6');
  await presenter.close();
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide.textContent()).toBe('1 / 6');
});
