import { activations } from '../activations/activations.ts';
import { articleConfiguration } from '../configuration.ts';
import { features } from '../features.ts';
import { initializers } from '../initializers/initializers.ts';
import type { Field } from './field.ts';
import { seedRange } from './seedRange.ts';

const { network } = articleConfiguration;
const [layer = { units: 1, activation: 'linear' }] = network.hidden;

/** The settings of the network. `layers` and `units` share a key: `hidden=8,4`. */
export const networkFields = {
  features: {
    key: 'features',
    label: 'features',
    meaning: 'What the network sees of a sample: its coordinates, or numbers made from them.',
    path: 'network.features',
    choices: features,
    default: network.features,
  },
  layers: {
    key: 'hidden',
    label: 'hidden layers',
    unit: 'layers',
    meaning: 'How many layers of units there are between the features and the output.',
    path: 'network.hidden',
    min: 0,
    max: 8,
    integer: true,
    default: network.hidden.length,
    follows: ['data'],
  },
  units: {
    key: 'hidden',
    label: 'units',
    unit: 'units',
    meaning: 'How many units a hidden layer has; more units can draw a boundary with more bends.',
    path: 'network.hidden[].units',
    min: 1,
    max: 256,
    integer: true,
    default: layer.units,
  },
  activation: {
    key: 'activation',
    label: 'activation',
    meaning: 'The function that a unit applies to its weighted sum; it lets the boundary bend.',
    path: 'network.hidden[].activation',
    choices: activations,
    default: layer.activation,
  },
  classes: {
    key: 'classes',
    label: 'classes',
    meaning: 'How many classes the samples have; the output layer has one unit for each.',
    path: 'network.classes',
    min: 2,
    max: 10,
    integer: true,
    default: network.classes,
  },
  initializer: {
    key: 'init',
    label: 'initializer',
    meaning: 'How the first weights are drawn, before any training.',
    path: 'network.initializer',
    choices: initializers,
    default: network.initializer,
  },
  seed: {
    key: 'seed',
    label: 'seed',
    meaning:
      'Decides the first weights, the order of the samples and dropout: the same seed gives the same run again.',
    path: 'network.seed',
    ...seedRange,
    default: network.seed,
  },
} as const satisfies Record<string, Field>;
