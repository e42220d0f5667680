import { expect, it } from 'vitest';
import { slideNumbers } from '../../src/notebook/slides.ts';

const md = (value: string) => ({ mode: 'md', value }) as const;
const js = (value: string) => ({ mode: 'js', value }) as const;

it('begins a slide at headings of the second level and at rules', () => {
  const cells = [
    ...[md('# Title'), js('## 1'), md('## One'), js('1'), md('Text with\n## a heading in it')],
    ...[md('---\n\nmore'), md('### Three'), { mode: 'html', value: '<h2>Two</h2>' } as const],
  ];
  expect(slideNumbers(cells)).toEqual([0, 0, 1, 1, 1, 2, 2, 3]);
});

it('begins with the first cell, whatever it is', () => {
  expect(slideNumbers([md('## First'), js('1')])).toEqual([0, 0]);
  expect(slideNumbers([])).toEqual([]);
});
