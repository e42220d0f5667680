import type { Dataset } from './dataset.ts';
import { scatteredAt } from './scatteredAt.ts';

const count = 4;
const radius = 2;

export const rings: Dataset = {
  name: 'rings',
  label: 'Rings',
  description:
    'Four rings in one another, red and blue in turn: three boundaries, all of them round.',
  source: 'own',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius,
  noise: 0.03,
  training: 1000,
  evaluation: 200,
  hidden: [20, 10],
  rate: 0.02,
  epochs: 200,
  draw(random, label, scatter) {
    const ring = 2 * random.integer(count / 2) + label;
    const angle = 2 * Math.PI * random.uniform();
    const distance = (radius * (ring + 1)) / count;
    return scatteredAt(angle, distance, scatter, random);
  },
};
