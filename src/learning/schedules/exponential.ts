import type { Schedule } from './schedule.ts';

export const exponential: Schedule = {
  name: 'exponential',
  label: 'exponential',
  formula: 'r·decay^epoch',
  source: 'DL4J, ExponentialSchedule',
  hyperparameters: [
    {
      name: 'decay',
      label: 'decay per epoch',
      default: 0.97,
      min: 0.01,
      max: 1,
      meaning: 'The factor by which the learning rate changes from one epoch to the next.',
    },
  ],
  factor: ({ decay = NaN }, epoch) => decay ** epoch,
};
