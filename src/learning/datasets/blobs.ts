import type { Dataset } from './dataset.ts';
import { scatteredAt } from './scatteredAt.ts';

const distance = 1;

export const blobs: Dataset = {
  name: 'blobs',
  label: 'Blobs',
  description: 'Four clouds of four classes: straight lines divide them, and meet in the middle.',
  source: 'own',
  classes: 4,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: distance,
  noise: 0.3,
  training: 1000,
  evaluation: 200,
  hidden: [10],
  rate: 0.01,
  epochs: 30,
  draw(random, label, scatter) {
    const angle = Math.PI * (label / 2 + 1 / 4);
    return scatteredAt(angle, distance, scatter, random);
  },
};
