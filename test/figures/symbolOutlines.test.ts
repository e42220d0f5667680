import { symbol, symbolCross, symbolDiamond, symbolStar, symbolTriangle, symbolWye } from 'd3';
import { expect, it } from 'vitest';
import { symbolOutlines } from '../../src/figures/symbolOutlines.ts';

const theirs = {
  cross: symbolCross,
  diamond: symbolDiamond,
  star: symbolStar,
  triangle: symbolTriangle,
  wye: symbolWye,
};

/** Corners of a path of lines, in any order. */
function cornersOf(path: string): readonly string[] {
  const corners = [...path.matchAll(/[ML]([^MLZ]+)/g)].map(([, text = '']) => {
    const [x = NaN, y = NaN] = text.split(',').map(Number);
    return `${x.toFixed(3)} ${y.toFixed(3)}`;
  });
  return corners.map((corner) => corner.replaceAll('-0.000', '0.000')).sort();
}

it.each(['cross', 'diamond', 'star', 'triangle', 'wye'] as const)(
  'draws a %s as d3 does, of the same area',
  (name) => {
    const path = symbol(theirs[name], 400).digits(6)() ?? '';
    const outline = symbolOutlines[name](400);
    const ours = outline.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`);
    expect(ours.map((corner) => corner.replaceAll('-0.000', '0.000')).sort()).toEqual(
      cornersOf(path),
    );
    const twice = outline.map(([x, y], i) => {
      const [nextX, nextY] = outline[(i + 1) % outline.length] ?? [NaN, NaN];
      return x * nextY - nextX * y;
    });
    expect(Math.abs(twice.reduce((sum, each) => sum + each, 0) / 2)).toBeCloseTo(400, 6);
  },
);
