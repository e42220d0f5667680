import type { Random } from '../random.ts';
import type { Dataset, Point } from './dataset.ts';

/** Sizes of the heart that red fills, and of the hearts between which blue is. */
const red = 0.88;
const blueInner = 1.12;
const blueOuter = 1.6;

/** Holds the largest of them. */
const halfSide = 2;

export const heart: Dataset = {
  name: 'heart',
  label: 'Heart',
  description: 'A red heart in a blue frame: the boundary has a notch and a tip.',
  source: 'the curve (x² + y² − 1)³ = x²·y³',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: halfSide,
  noise: 0.02,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.02,
  epochs: 100,
  draw(random, label, scatter) {
    const { x, y } = label === 0 ? between(random, 0, red) : between(random, blueInner, blueOuter);
    return { x: x + scatter * random.normal(), y: y + scatter * random.normal() };
  },
};

/** A place in the heart of one size and not in that of the other, all of them equally likely. */
function between(random: Random, inner: number, outer: number): Point {
  for (;;) {
    const x = halfSide * (2 * random.uniform() - 1);
    const point = { x, y: halfSide * (2 * random.uniform() - 1) };
    if (isInside(point, outer) && !isInside(point, inner)) return point;
  }
}

/** Whether a point is in the heart made `size` times as large; in none of size 0. */
function isInside({ x, y }: Point, size: number): boolean {
  return (x * x + y * y - size * size) ** 3 < size * x * x * y ** 3;
}
