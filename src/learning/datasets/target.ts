import type { Dataset } from './dataset.ts';
import { scatteredAt } from './scatteredAt.ts';

const classes = 3;
const radius = 2;

export const target: Dataset = {
  name: 'target',
  label: 'Target',
  description:
    'A disc and two rings around it, a class each: two round boundaries, one in the other.',
  source: 'own',
  classes,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius,
  noise: 0.03,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.02,
  epochs: 60,
  draw(random, label, scatter) {
    const angle = 2 * Math.PI * random.uniform();
    // Uniform over the inner two thirds of the width of the disc or the ring.
    const distance = ((label + (2 * random.uniform()) / 3) * radius) / classes;
    return scatteredAt(angle, distance, scatter, random);
  },
};
