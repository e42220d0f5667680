import type { Dataset } from './dataset.ts';
import { scatteredAt } from './scatteredAt.ts';

const turns = 1.25;
const innerRadius = 0.25;
const outerRadius = 2.5;

export const spiral: Dataset = {
  name: 'spiral',
  label: 'Spiral',
  description: 'Two arms wound around each other: hard for a small network that sees only x and y.',
  source: 'Lang and Witbrock, Learning to Tell Two Spirals Apart, 1988; own radii and noise',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: outerRadius,
  noise: 0.04,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.02,
  epochs: 200,
  draw(random, label, scatter) {
    const along = random.uniform();
    const angle = 2 * Math.PI * turns * along + Math.PI * label;
    const radius = innerRadius + (outerRadius - innerRadius) * along;
    return scatteredAt(angle, radius, scatter, random);
  },
};
