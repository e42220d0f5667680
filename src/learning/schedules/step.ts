import type { Schedule } from './schedule.ts';

export const step: Schedule = {
  name: 'step',
  label: 'step',
  formula: 'r·drop^⌊epoch / every⌋',
  source: 'DL4J, StepSchedule',
  hyperparameters: [
    {
      name: 'drop',
      label: 'drop',
      default: 0.5,
      min: 0.01,
      max: 1,
      meaning: 'The factor by which the learning rate changes at each step down.',
    },
    {
      name: 'every',
      label: 'every … epochs',
      default: 10,
      min: 1,
      max: 1000,
      meaning: 'The number of epochs between two steps down.',
    },
  ],
  factor: ({ drop = NaN, every = NaN }, epoch) => drop ** Math.floor(epoch / every),
};
