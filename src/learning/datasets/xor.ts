import type { Dataset } from './dataset.ts';

const halfSide = 2;
const noise = 0.1;

export const xor: Dataset = {
  name: 'xor',
  label: 'XOR',
  description:
    'Four quadrants coloured like a chessboard: blue where x and y have different signs, ' +
    'except for about 1 sample in 25, which noise has moved across an axis.',
  source: 'Minsky and Papert, Perceptrons, 1969; own extent and noise',
  classes: 2,
  balance: 'even',
  training: 1000,
  evaluation: 200,
  rate: 0.01,
  epochs: 60,
  draw(random, label) {
    const x = halfSide * (2 * random.uniform() - 1);
    const size = halfSide * random.uniform();
    const sameSign = x < 0 ? -size : size;
    const y = label === 0 ? sameSign : -sameSign;
    return { x: x + noise * random.normal(), y: y + noise * random.normal() };
  },
};
