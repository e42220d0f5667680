import { classes } from '../classes.ts';
import type { Field } from './field.ts';

/** The settings that turn probabilities into predictions and scores. */
export const decisionFields = {
  threshold: {
    key: 'threshold',
    label: 'threshold',
    meaning:
      'A sample is predicted positive when the probability of the positive class is at least this.',
    path: 'decision.threshold',
    min: 0,
    max: 1,
    default: 0.5,
  },
  positiveClass: {
    key: 'positive',
    label: 'positive class',
    meaning: 'The class that precision, recall, F1 and the threshold speak of.',
    path: 'decision.positiveClass',
    choices: classes.map(({ name }) => ({ name, label: name })),
    default: 'blue',
  },
} as const satisfies Record<string, Field>;
