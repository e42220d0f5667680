import { articleConfiguration } from '../configuration.ts';
import { schedules } from '../schedules/schedules.ts';
import { updaters } from '../updaters/updaters.ts';
import type { Field } from './field.ts';

const { training } = articleConfiguration;

/** The settings of training, except the hyperparameters of updater and schedule. */
export const trainingFields = {
  updater: {
    key: 'updater',
    label: 'updater',
    meaning: 'The rule that turns a gradient into a change of the parameters.',
    path: 'training.updater',
    choices: updaters,
    default: training.updater,
  },
  rate: {
    key: 'rate',
    label: 'learning rate r',
    meaning: 'How far one step moves the parameters.',
    path: 'training.rate',
    min: 1e-6,
    max: 10,
    default: training.rate,
    follows: ['data', 'updater'],
  },
  schedule: {
    key: 'schedule',
    label: 'schedule',
    meaning: 'How the learning rate changes from epoch to epoch.',
    path: 'training.schedule',
    choices: schedules,
    default: training.schedule,
  },
  batchSize: {
    key: 'batch',
    label: 'batch size',
    unit: 'samples',
    meaning: 'How many samples one step learns from.',
    path: 'training.batchSize',
    min: 1,
    max: 4096,
    integer: true,
    default: training.batchSize,
  },
  l1: {
    key: 'l1',
    label: 'L1',
    meaning:
      'The strength of the penalty on the absolute values of the weights; it pulls every weight towards 0 by the same amount, so that small ones swing about 0 and none stays exactly there.',
    path: 'training.l1',
    min: 0,
    max: 1,
    default: training.l1,
  },
  l2: {
    key: 'l2',
    label: 'L2',
    meaning:
      'The strength of the penalty on the squares of the weights; it pulls large weights towards 0 more than small ones.',
    path: 'training.l2',
    min: 0,
    max: 1,
    default: training.l2,
  },
  dropout: {
    key: 'dropout',
    label: 'dropout',
    meaning:
      'The share of the hidden units that each step leaves out, so that no unit relies on a single other one.',
    path: 'training.dropout',
    min: 0,
    max: 0.9,
    default: training.dropout,
  },
  clipping: {
    key: 'clipping',
    label: 'largest gradient',
    meaning:
      'The largest length of a gradient: a longer one is shortened to this; 0 means no limit.',
    path: 'training.clipping',
    min: 0,
    max: 100,
    default: training.clipping,
  },
} as const satisfies Record<string, Field>;
