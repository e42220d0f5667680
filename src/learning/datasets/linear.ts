import type { Dataset } from './dataset.ts';

const redCentre = { x: 0.3, y: 0.1 };
const blueCentre = { x: 0.7, y: 0.5 };

export const linear: Dataset = {
  name: 'linear',
  label: 'Linear',
  description: 'Two round clouds that a straight line separates, except for about 1 sample in 400.',
  source: 'jasonbaldridge/try-tf, simdata/generate_linear_data.R',
  classes: 2,
  balance: 'even',
  centre: { x: 0.5, y: 0.3 },
  radius: 0.5,
  noise: 0.2,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.01,
  epochs: 30,
  draw(random, label, scatter) {
    const { x, y } = label === 0 ? redCentre : blueCentre;
    return { x: x + scatter * random.normal(), y: y + scatter * random.normal() };
  },
};
