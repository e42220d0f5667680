import { rgb } from 'd3';
import { expect, it } from 'vitest';
import { classes } from '../../src/learning/classes.ts';
import { colourOf } from '../../src/figures/colourOf.ts';

const written = [
  '#c31',
  ' #07b',
  '#14161a',
  '#FFF',
  ...classes.flatMap((one) => [one.light, one.dark]),
];

it.each(written)('reads %s as d3 does', (text) => {
  const { r, g, b } = rgb(text);
  expect(colourOf(text)).toEqual({ r, g, b });
});

it.each(['', '#12345', 'var(--red)'])('reads "%s" as no colour, as d3 does', (text) => {
  const { r, g, b } = rgb(text);
  expect(colourOf(text)).toEqual({ r, g, b });
  expect(r).toBeNaN();
});
