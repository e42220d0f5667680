import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { it } from './support/application.ts';

const desktop = { viewport: { width: 1280, height: 680 } };

/** A reader of the lesson, once its last cell has run. */
async function reader(page: Page) {
  await page.locator('[data-cell][data-status="fulfilled"]').last().waitFor();
  const train = (trainer: Locator) =>
    trainer.getByRole('button', { name: 'Train', exact: true }).click();
  return {
    trainers: page.locator('edgewise-trainer'),
    train,
    controls: page.locator('edgewise-view').first(),
    set: async (label: string, value: number) => {
      const field = page.getByLabel(label, { exact: true }).first();
      await field.fill(String(value));
      await field.press('Enter');
    },
    /** Waits for a paragraph that begins so; returns all of it. */
    reads: async (begin: RegExp) => {
      const paragraph = page.getByText(begin);
      await paragraph.waitFor();
      return (await paragraph.textContent()) ?? '';
    },
    /** Draws by a mouse, in shares of the sides of the drawing. */
    draw: async (points: readonly (readonly [number, number])[]) => {
      const drawing = page.getByRole('application', { name: /^Your guess/ });
      await drawing.scrollIntoViewIfNeeded();
      const box = await drawing.boundingBox();
      if (!box) throw new Error('Expected a drawing.');
      for (const [i, [across, down]] of points.entries()) {
        await page.mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 5 });
        if (i === 0) await page.mouse.down();
      }
      await page.mouse.up();
      await page.getByText('This is your guess. Now train.').waitFor();
    },
  };
}

const across = [0.1, 0.4, 0.6, 0.9].map((x) => [x, 0.5] as const);

describe('a reader reaches the goal the right way and misses it the wrong way in', () => {
  it('why momentum', async ({ open }) => {
    const page = await open({ path: 'learn/#why-momentum', ...desktop });
    const { set, reads, draw, train, trainers } = await reader(page);
    // No rate helps without momentum: the best of all is 0.095.
    await set('learning rate r', 0.095);
    expect(await reads(/^The walk ends 0\.1/)).not.toContain('Done');
    await set('learning rate r', 0.05);
    await set('momentum μ', 0.7);
    expect(await reads(/^The walk ends 0\.0/)).toContain('Done');

    await draw(across);
    await page.getByRole('radio', { name: 'adam' }).check();
    await page.getByRole('button', { name: 'Train all four' }).click();
    const race = await reads(/^After 60 epochs:/);
    const losses = Array.from(race.matchAll(/(?:sgd|momentum|adam) ([\d.]+)/g), ([, loss]) =>
      Number(loss),
    );
    expect(losses).toHaveLength(3);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(race).toContain('You voted for adam, and that is right.');
    await expect.poll(() => reads(/^After 60 epochs:/)).toMatch(/agree on \d+ % of the plane/);

    await train(trainers);
    expect(await reads(/It needs a longer memory/)).not.toContain('Done');
    await set('μ of the network', 0.9);
    await reads(/^Set the momentum, then/);
    await train(trainers);
    await reads(/^Done: the loss is 0\.\d+ after 100 epochs with a momentum of 0\.9/);
  });

  it('why accuracy lies', async ({ open }) => {
    const page = await open({ path: 'learn/#why-accuracy-lies', ...desktop });
    const { set, reads, draw, train, controls } = await reader(page);
    await page.getByLabel('show the answer').check();
    await reads(/^It is right in 95\.0 % of all cases/);
    await draw(across);
    await train(controls);
    await reads(/^Its accuracy on the evaluation set is 9\d\.\d %/);
    expect(await reads(/^At a threshold of 0\.5:/)).toContain('Too many of the ill are sent home');
    await set('threshold', 0.01);
    expect(await reads(/^At a threshold of 0\.01:/)).toContain('Too many false alarms');
    await set('threshold', 0.05);
    expect(await reads(/^At a threshold of 0\.05:/)).toContain('Done');
  });

  it('learning by heart', async ({ open }) => {
    const page = await open({ path: 'learn/#learning-by-heart', ...desktop });
    const { reads, draw, train, trainers, controls } = await reader(page);
    await draw(across);
    await train(controls);
    await reads(/^Of the 30 samples .* 100\.0 % right.* agree on \d+\.\d % of the plane/);
    await page.getByRole('radio', { name: 'it falls, then rises' }).check();
    await reads(/You were right:/);
    await train(trainers);
    expect(await reads(/^The evaluation loss is/)).toContain('by heart again');
    await page.getByLabel('L2 penalty').selectOption('0.01');
    await reads(/^Choose, then press/);
    await train(trainers);
    await reads(/^Done: an evaluation loss of 0\.4/);
  });

  it('learning together', async ({ open }) => {
    const page = await open({ path: 'learn/#learning-together', ...desktop });
    const { set, reads, draw, train, controls } = await reader(page);
    await draw(across);
    await train(controls);
    await reads(/^It predicts 100\.0 % of her own samples right, and 6\d\.\d %/);
    const more = async (rounds: number) => {
      await page.getByRole('button', { name: '10 rounds' }).click();
      return reads(new RegExp(`^After ${rounds} rounds`));
    };
    expect(await more(10)).toContain('Go on.');
    await more(20);
    await more(30);
    expect(await more(40)).toContain('Done.');
    const secret = 'The secret is (1.2345, −0.6789). From the gradient alone, one division gives';
    const sentence = () => reads(/^The secret is/);
    expect(await sentence()).toContain(`${secret} (1.2345, −0.6789). That is the sample itself.`);
    await set('samples in the gradient', 4);
    await expect.poll(sentence).toContain('gives only a mixture of them');
  });

  it('a network by hand', async ({ open }) => {
    const page = await open({ path: 'learn/#a-network-by-hand', ...desktop });
    const { reads, train, trainers } = await reader(page);
    await reads(/^It will learn 42 numbers: 2 × 8, 8, 8 × 2, 2\./);
    expect(await reads(/^After 0 epochs/)).not.toContain('Done');
    await page.getByRole('button', { name: '100 epochs' }).click();
    expect(await reads(/^After 100 epochs/)).toContain('Done');
    await train(trainers);
    await trainers.getByText('model evaluation result').waitFor();
    await page.getByRole('button', { name: 'Copy ours into mine' }).click();
    expect(await reads(/^Yours predicts/)).toContain('The same: two programs');
  });
});
