import type { Dataset } from './dataset.ts';
import { scatteredAt } from './scatteredAt.ts';

const classes = 3;
const turns = 0.75;
const innerRadius = 0.25;
const outerRadius = 2.5;

export const arms: Dataset = {
  name: 'arms',
  label: 'Arms',
  description: 'Three arms of a spiral, a class each: every boundary has to wind with them.',
  source: 'own; the spiral with three arms',
  classes,
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
    const angle = 2 * Math.PI * (turns * along + label / classes);
    const radius = innerRadius + (outerRadius - innerRadius) * along;
    return scatteredAt(angle, radius, scatter, random);
  },
};
