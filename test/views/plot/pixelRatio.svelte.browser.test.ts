import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { pixelRatio } from '../../../src/views/plot/pixelRatio.svelte.ts';

/** A window that the test moves from screen to screen. */
function movingWindow() {
  const own = { matchMedia, devicePixelRatio };
  let queries: readonly { readonly text: string; readonly target: EventTarget }[] = [];
  const replace = (name: keyof typeof own, value: unknown) =>
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  replace('matchMedia', (text: string) => {
    const target = new EventTarget();
    queries = [...queries, { text, target }];
    return target;
  });
  onTestFinished(() => {
    replace('matchMedia', own.matchMedia);
    replace('devicePixelRatio', own.devicePixelRatio);
  });
  const moveTo = (ratio: number) => {
    const before = `(resolution: ${devicePixelRatio}dppx)`;
    replace('devicePixelRatio', ratio);
    const listening = queries.filter(({ text }) => text === before);
    for (const { target } of listening) target.dispatchEvent(new Event('change'));
    flushSync();
  };
  return { moveTo };
}

it('is read again by effects whenever the window moves to another screen', () => {
  const { moveTo } = movingWindow();
  const first = devicePixelRatio;
  const read: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => void read.push(pixelRatio()));
  });
  flushSync();
  for (const ratio of [2, 3, 1.5]) moveTo(ratio);
  expect(read).toEqual([first, 2, 3, 1.5]);
  stop();
  moveTo(1);
  expect(read).toHaveLength(4);
});
