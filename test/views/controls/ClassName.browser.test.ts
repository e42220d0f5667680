import { expect, it } from 'vitest';
import { classes } from '../../../src/learning/classes.ts';
import ClassName from '../../../src/views/controls/ClassName.svelte';
import { colourOf, mountView } from '../../support/mountView.svelte.ts';

function look(ofClass: number) {
  const { root } = mountView(ClassName, { of: ofClass });
  const mark = root.querySelector('[aria-hidden]');
  if (!mark) throw new Error('The name has no mark.');
  const { backgroundColor, borderRadius } = getComputedStyle(mark);
  const token = classes[ofClass]?.token ?? '';
  return { name: root.textContent, backgroundColor, borderRadius, own: colourOf(root, token) };
}

it('says the name, with a mark in the colour of the class', () => {
  for (const ofClass of [0, 1, 2, 9]) {
    const { name, backgroundColor, own } = look(ofClass);
    expect(name).toBe(classes[ofClass]?.name);
    expect(backgroundColor).toBe(own);
  }
});

it('gives class 0 a circle and the others a square', () => {
  expect(look(0).borderRadius).toBe('50%');
  expect([look(1).borderRadius, look(2).borderRadius]).toEqual(['0px', '0px']);
});
