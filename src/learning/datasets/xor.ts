import type { Dataset } from './dataset.ts';

const halfSide = 2;

export const xor: Dataset = {
  name: 'xor',
  label: 'XOR',
  description:
    'Four quadrants coloured like a chessboard: blue where x and y have different signs, ' +
    'except for about 1 sample in 25, which noise has moved across an axis.',
  source: 'Minsky and Papert, Perceptrons, 1969; own extent and noise',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: halfSide,
  noise: 0.05,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.01,
  epochs: 60,
  draw(random, label, scatter) {
    const x = halfSide * (2 * random.uniform() - 1);
    const size = halfSide * random.uniform();
    const sameSign = x < 0 ? -size : size;
    const y = label === 0 ? sameSign : -sameSign;
    return { x: x + scatter * random.normal(), y: y + scatter * random.normal() };
  },
};
