import { expect, it } from 'vitest';
import { OpenNotebook } from '../../../src/state/notebook/openNotebook.svelte.ts';
import { Presentation } from '../../../src/state/notebook/presentation.svelte.ts';

const cells = ['# Title', 'text', '## One', 'more', '## Two'];
const scripts = cells.map((cell) => `<script type="text/markdown">\n${cell}\n</script>`).join('');

function present(): { presentation: Presentation; seen: () => number[] } {
  const presentation = new Presentation(
    new OpenNotebook(`<notebook><title>t</title>${scripts}</notebook>`),
  );
  const seen = () => cells.flatMap((_cell, index) => (presentation.shows(index) ? index : []));
  return { presentation, seen };
}

it('shows everything, then one slide', () => {
  const { presentation, seen } = present();
  expect(seen()).toEqual([0, 1, 2, 3, 4]);
  expect(presentation.key('PageDown')).toBe(false);
  presentation.begin();
  expect([presentation.count, seen()]).toEqual([3, [0, 1]]);
});

it('follows a clicker and keys, and stays within its slides', () => {
  const { presentation, seen } = present();
  presentation.begin();
  for (const [key, expected] of [
    ['PageDown', [2, 3]],
    ['ArrowRight', [4]],
    ['PageDown', [4]],
    ['PageUp', [2, 3]],
    ['End', [4]],
    ['Home', [0, 1]],
    ['ArrowLeft', [0, 1]],
  ] as const) {
    expect(presentation.key(key), key).toBe(true);
    expect(seen(), key).toEqual(expected);
  }
  expect(presentation.key('x')).toBe(false);
});

it('goes dark until the next key, and ends with Escape', () => {
  const { presentation } = present();
  presentation.begin();
  presentation.key('b');
  expect(presentation.blank).toBe(true);
  presentation.key('.');
  expect(presentation.blank).toBe(false);
  presentation.key('b');
  presentation.key('PageDown');
  expect([presentation.blank, presentation.slide]).toEqual([false, 1]);
  presentation.key('Escape');
  expect(presentation.on).toBe(false);
});
