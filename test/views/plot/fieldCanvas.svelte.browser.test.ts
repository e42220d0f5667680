import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { fieldCanvas } from '../../../src/views/plot/fieldCanvas.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function attachedCanvas() {
  const steered = steeredExperiment();
  const canvas = document.createElement('canvas');
  for (const [token, colour] of [
    ['--paper', '#fff'],
    ['--red', '#f00'],
    ['--blue', '#00f'],
  ] as const) {
    canvas.style.setProperty(token, colour);
  }
  document.body.append(canvas);
  const options = $state({ size: 50, dark: false });
  const attach = fieldCanvas(() => ({ field: steered.experiment.field, ...options }));
  const detach = $effect.root(() => {
    $effect(() => void attach(canvas));
  });
  onTestFinished(() => {
    detach();
    canvas.remove();
  });
  flushSync();
  return { ...steered, canvas, options };
}

/** Red, green, blue and opacity at a share of the width and the height, from the top left. */
function pixel(canvas: HTMLCanvasElement, across: number, down: number): readonly number[] {
  const [x, y] = [across * canvas.width, down * canvas.height];
  return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])];
}

const empty = [0, 0, 0, 0];

it('is as large as the screen shows it, and empty before the first picture', () => {
  const { canvas, options } = attachedCanvas();
  expect([canvas.width, canvas.height]).toEqual(Array(2).fill(Math.round(50 * devicePixelRatio)));
  expect(pixel(canvas, 0.5, 0.5)).toEqual(empty);
  options.size = 80;
  flushSync();
  expect(canvas.width).toBe(Math.round(80 * devicePixelRatio));
});

it('paints the newest picture the right way up, in the colours of the classes', async () => {
  const { experiment, show, canvas } = attachedCanvas();
  const { left, right, bottom, top } = experiment.field.window;
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  // Blue in the upper left quarter, red in the lower right one, undecided elsewhere.
  await show(({ x, y }) => {
    const blue = (Number(x < middle.x) + Number(y > middle.y)) / 2;
    return [1 - blue, blue];
  });
  flushSync();
  const sure = 255 - Math.round(0.42 * 255);
  expect(pixel(canvas, 0.2, 0.2)).toEqual([sure, sure, 255, 255]);
  expect(pixel(canvas, 0.8, 0.8)).toEqual([255, sure, sure, 255]);
  for (const share of [0.2, 0.8]) {
    for (const channel of pixel(canvas, share, 1 - share)) expect(channel).toBeGreaterThan(250);
  }
  await show(() => [1, 0]);
  flushSync();
  expect(pixel(canvas, 0.2, 0.2)).toEqual([255, sure, sure, 255]);
});

it('paints the same picture at another size and in the colours of another theme', async () => {
  const { show, canvas, options } = attachedCanvas();
  await show(() => [0, 1]);
  flushSync();
  const before = pixel(canvas, 0.5, 0.5);
  options.size = 90;
  flushSync();
  expect(pixel(canvas, 0.5, 0.5)).toEqual(before);
  canvas.style.setProperty('--paper', '#000');
  options.dark = true;
  flushSync();
  expect(pixel(canvas, 0.5, 0.5)).toEqual([0, 0, Math.round(0.42 * 255), 255]);
});
