import type { Schedule } from './schedule.ts';

/** Half a cosine, from 1 down to the floor; after the period it stays there (no warm restart). */
export const cosine: Schedule = {
  name: 'cosine',
  label: 'cosine',
  formula: 'r·(floor + (1 − floor)·½·(1 + cos(π·min(1, epoch / period))))',
  source: 'Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017',
  hyperparameters: [
    {
      name: 'period',
      label: 'period in epochs',
      default: 30,
      min: 1,
      max: 10_000,
      meaning: 'The number of epochs until the learning rate reaches its floor.',
    },
    {
      name: 'floor',
      label: 'floor',
      default: 0.01,
      min: 0,
      max: 1,
      meaning: 'The share of the learning rate that remains at the end.',
    },
  ],
  factor({ period = NaN, floor = NaN }, epoch) {
    const wave = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, epoch / period)));
    return floor + (1 - floor) * wave;
  },
};
