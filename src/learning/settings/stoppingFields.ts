import { articleConfiguration, type StopRules } from '../configuration.ts';
import type { NumberField } from './field.ts';

const { stopping } = articleConfiguration;

/** The settings that end training. */
export const stoppingFields = {
  epochs: {
    key: 'epochs',
    label: 'epochs',
    unit: 'epochs',
    meaning: 'Training stops after this many passes through the training set; 0 means no limit.',
    path: 'stopping.epochs',
    min: 0,
    max: 1_000_000,
    integer: true,
    default: stopping.epochs,
    follows: ['data'],
  },
  loss: {
    key: 'stop-loss',
    label: 'loss at most',
    meaning: 'Training stops when the loss of the evaluation set is at most this; 0 means never.',
    path: 'stopping.loss',
    min: 0,
    max: 100,
    default: stopping.loss,
  },
  accuracy: {
    key: 'stop-accuracy',
    label: 'accuracy at least',
    meaning:
      'Training stops when the accuracy on the evaluation set is at least this; 0 means never.',
    path: 'stopping.accuracy',
    min: 0,
    max: 1,
    default: stopping.accuracy,
  },
  plateau: {
    key: 'plateau',
    label: 'epochs without a lower loss',
    unit: 'epochs',
    meaning:
      'Training stops when the loss of the evaluation set has not fallen for this many epochs; 0 means never.',
    path: 'stopping.plateau',
    min: 0,
    max: 1_000_000,
    integer: true,
    default: stopping.plateau,
  },
} as const satisfies Record<keyof StopRules, NumberField>;
