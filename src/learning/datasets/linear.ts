import type { Dataset } from './dataset.ts';

const deviation = 0.1;
const redCentre = { x: 0.3, y: 0.1 };
const blueCentre = { x: 0.7, y: 0.5 };

export const linear: Dataset = {
  name: 'linear',
  label: 'Linear',
  description: 'Two round clouds that a straight line separates, except for about 1 sample in 400.',
  source: 'jasonbaldridge/try-tf, simdata/generate_linear_data.R',
  classes: 2,
  balance: 'even',
  training: 1000,
  evaluation: 200,
  rate: 0.01,
  epochs: 30,
  draw(random, label) {
    const { x, y } = label === 0 ? redCentre : blueCentre;
    return { x: x + deviation * random.normal(), y: y + deviation * random.normal() };
  },
};
