import { expect, it } from 'vitest';
import { classes } from '../../../src/learning/classes.ts';
import ClassName from '../../../src/views/controls/ClassName.svelte';
import { colourOf, mountView } from '../../support/mountView.svelte.ts';

function look(ofClass: number) {
  const { root } = mountView(ClassName, { of: ofClass });
  const mark = root.querySelector('path');
  if (!mark) throw new Error('The name has no mark.');
  return {
    name: root.textContent.trim(),
    colour: getComputedStyle(mark).fill,
    itsColour: colourOf(root, classes[ofClass]?.token ?? ''),
    width: mark.getBoundingClientRect().width,
    shape: mark.getAttribute('d'),
  };
}

it('says the name of the class, with a mark in its colour that can be seen', () => {
  for (const ofClass of [0, 1, 2, 9]) {
    const { name, colour, itsColour, width } = look(ofClass);
    expect(name).toBe(classes[ofClass]?.name);
    expect(colour).toBe(itsColour);
    expect(width).toBeGreaterThan(6);
  }
});

it('has another mark for each of the first classes, a circle for the first', () => {
  const shapes = [0, 1, 2, 3].map((ofClass) => look(ofClass).shape);
  expect(new Set(shapes).size).toBe(4);
  expect(shapes[0]).toContain('A');
  expect(shapes[1]).not.toContain('A');
});
