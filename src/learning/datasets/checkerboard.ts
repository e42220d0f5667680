import type { Dataset } from './dataset.ts';

const fields = 4;
const side = 1;

/** The room between the samples of two fields, as a share of a field's side. */
const gap = 0.2;

export const checkerboard: Dataset = {
  name: 'checkerboard',
  label: 'Chess',
  description: 'Sixteen fields of a chessboard: every way across changes the class three times.',
  source: 'own',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: (fields * side) / 2,
  noise: 0.02,
  training: 1000,
  evaluation: 200,
  hidden: [20, 20, 10],
  rate: 0.02,
  epochs: 200,
  draw(random, label, scatter) {
    const column = random.integer(fields);
    // Every second field of the column has the colour of the class.
    const row = 2 * random.integer(fields / 2) + ((column + label) % 2);
    return {
      x: within(column, random.uniform()) + scatter * random.normal(),
      y: within(row, random.uniform()) + scatter * random.normal(),
    };
  },
};

/** A coordinate in a column or row; `along` is uniform in [0, 1). */
function within(index: number, along: number): number {
  return side * (index - fields / 2 + gap / 2 + (1 - gap) * along);
}
