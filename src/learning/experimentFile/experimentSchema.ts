import { classes } from '../classes.ts';
import { decisionFields } from '../settings/decisionFields.ts';
import type { ChoiceField, NumberRange } from '../settings/field.ts';
import { networkFields } from '../settings/networkFields.ts';
import { recipeFields } from '../settings/recipeFields.ts';
import { stoppingFields } from '../settings/stoppingFields.ts';
import { trainingFields } from '../settings/trainingFields.ts';

/** What a file says of itself. */
export const experimentFormat = 'edgewise experiment';
export const experimentVersion = 1;

/** Samples that a set may have. */
const mostKeptSamples = 1_000_000;

/** The largest number of single precision. */
const largest = 3.4028234663852886e38;

/** Signs of the longest snapshot: all parameters of the largest network, and three slots for each. */
const longestSnapshot = 20_000_000;

const text = { type: 'string', minLength: 1, maxLength: 1000 };
const single = { type: 'number', minimum: -largest, maximum: largest };
const { layers, units, activation, features, initializer, seed } = networkFields;
const { updater, rate, schedule, batchSize, l1, l2, dropout, clipping } = trainingFields;

/** Each of these, and nothing else. */
function only(properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', required, additionalProperties: false, properties };
}

function numeric({ min, max, integer }: NumberRange) {
  return { type: integer ? 'integer' : 'number', minimum: min, maximum: max };
}

function choice({ choices }: Pick<ChoiceField, 'choices'>) {
  return { enum: choices.map(({ name }) => name) };
}

function rows(items: object) {
  return { type: 'array', maxItems: mostKeptSamples, items };
}

const set = only({
  x: rows(single),
  y: rows(single),
  label: rows({ type: 'integer', minimum: 0, maximum: classes.length - 1 }),
});

const size = { type: 'number', exclusiveMinimum: 0, maximum: Number.MAX_VALUE };
const anyNumber = { type: 'number', minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE };
const axis = only({ shift: anyNumber, size });
const hyperparameters = { type: 'object', additionalProperties: { type: 'number' } };
const indices = { type: 'array', items: { type: 'integer', minimum: 0 } };
const loss = {
  type: ['number', 'null'],
  minimum: -Number.MAX_VALUE,
  maximum: Number.MAX_VALUE,
};

const recipe = only({
  set: choice(recipeFields.set),
  training: numeric(recipeFields.training),
  evaluation: numeric(recipeFields.evaluation),
  seed: numeric(recipeFields.seed),
  noise: numeric(recipeFields.noise),
  balance: numeric(recipeFields.balance),
  labelNoise: numeric(recipeFields.labelNoise),
  outliers: numeric(recipeFields.outliers),
});

const network = only({
  features: { type: 'array', minItems: 1, items: choice(features) },
  hidden: {
    type: 'array',
    minItems: layers.min,
    maxItems: layers.max,
    items: only({ units: numeric(units), activation: choice(activation) }),
  },
  classes: numeric(networkFields.classes),
  initializer: choice(initializer),
  seed: numeric(seed),
});

const training = only({
  updater: choice(updater),
  hyperparameters,
  rate: numeric(rate),
  schedule: choice(schedule),
  scheduleHyperparameters: hyperparameters,
  batchSize: numeric(batchSize),
  l1: numeric(l1),
  l2: numeric(l2),
  dropout: numeric(dropout),
  clipping: numeric(clipping),
  frozen: indices,
  cut: indices,
});

const stopping = only({
  epochs: numeric(stoppingFields.epochs),
  loss: numeric(stoppingFields.loss),
  accuracy: numeric(stoppingFields.accuracy),
  plateau: numeric(stoppingFields.plateau),
});

/** How a file begins; checked before all else, so that another version is told as such. */
export const headSchema = {
  type: 'object',
  required: ['format', 'version'],
  properties: { format: { const: experimentFormat }, version: { const: experimentVersion } },
};

/** The JSON Schema of a `.edgewise.json` file, which docs/experiment.schema.json shows. */
export const experimentSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'An experiment of Edgewise',
  oneOf: [{ required: ['recipe'] }, { required: ['samples'] }],
  ...only(
    {
      ...headSchema.properties,
      name: text,
      recipe,
      samples: only(
        {
          name: text,
          description: { type: 'string', maxLength: 1000 },
          scaling: only({ x: axis, y: axis }),
          training: set,
          evaluation: set,
        },
        ['description', 'scaling'],
      ),
      configuration: only({ network, training, stopping }),
      engine: { type: 'string', pattern: '^[a-z0-9-]{1,40}$' },
      decision: only({
        threshold: numeric(decisionFields.threshold),
        positiveClass: { type: 'integer', minimum: 0, maximum: classes.length - 1 },
      }),
      snapshot: { type: 'string', maxLength: longestSnapshot, pattern: '^[A-Za-z0-9_-]+$' },
      losses: {
        type: 'array',
        maxItems: 10_000,
        items: { type: 'array', minItems: 3, maxItems: 3, items: loss },
      },
    },
    ['recipe', 'samples', 'engine', 'decision', 'snapshot', 'losses'],
  ),
};
