import type { Dataset } from './dataset.ts';

const radius = 2;
const length = 0.7;
const distance = 0.7;

export const gaussian: Dataset = {
  name: 'gaussian',
  label: 'Gauss',
  description: 'Two long clouds side by side and tilted: neither x nor y alone tells them apart.',
  source: 'own',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius,
  noise: 0.16,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.01,
  epochs: 30,
  draw(random, label, scatter) {
    const along = length * random.normal();
    const across = label === 0 ? distance : -distance;
    return {
      x: along - across + scatter * random.normal(),
      y: along + across + scatter * random.normal(),
    };
  },
};
