import { expect, test } from 'vitest';
import { MarksPath } from '../../src/figures/marks.ts';
import { classes } from '../../src/learning/classes.ts';

const labels = classes.map((_, label) => label);
const radius = 20;

/** The path of one mark in the middle of a canvas of 100 × 100 pixels. */
function markOf(label: number): string {
  const marks = new MarksPath(radius);
  marks.add(label, 50, 50);
  return marks.toString();
}

/** How many of the canvas's pixels a path covers, and the mean of their places. */
function covered(path: string) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.canvas.width = context.canvas.height = 100;
  context.fill(new Path2D(path));
  const { data } = context.getImageData(0, 0, 100, 100);
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < 10_000; i++) {
    const share = (data[4 * i + 3] ?? NaN) / 255;
    area += share;
    x += share * ((i % 100) + 0.5);
    y += share * (Math.floor(i / 100) + 0.5);
  }
  return { area, x: x / area, y: y / area };
}

test.each(classes)(
  'the $symbol of $name lies around its place and has the area of a circle',
  (one) => {
    const { area, x, y } = covered(markOf(classes.indexOf(one)));
    expect(Math.abs(area / (Math.PI * radius ** 2) - 1)).toBeLessThan(0.02);
    expect(Math.hypot(x - 50, y - 50)).toBeLessThan(0.1 * radius);
  },
);

test('no two classes have the same symbol, until they begin again', () => {
  // d3 has seven symbols with an area.
  expect(new Set(labels.slice(0, 7).map(markOf)).size).toBe(7);
  expect(markOf(7)).toBe(markOf(0));
});

test('a path holds many marks, each at its place', () => {
  const marks = new MarksPath(3);
  marks.add(1, 10, 20);
  marks.add(1, 30.04, 20);
  // A square with the area of the circle: its side is √π · 3 = 5.3.
  expect(marks.toString()).toBe('M7.3,17.3h5.3v5.3h-5.3ZM27.3,17.3h5.3v5.3h-5.3Z');
});
