import { articleConfiguration } from '../../learning/configuration.ts';
import type { Field } from '../../learning/settings/field.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import { kindsOfWork } from '../client/kindsOfWork.ts';
import { deals } from '../deals/deals.ts';
import { encodings } from '../encodings/encodings.ts';
import { poisons } from '../poisons/poisons.ts';
import { strategies } from '../strategies/strategies.ts';
import type { ClassSettings } from './classSettings.ts';

/** The settings of a simulated class, except the hyperparameters of the strategy. */
export const classFields = {
  clients: {
    key: 'clients',
    label: 'clients',
    unit: 'clients',
    meaning: 'How many clients learn together.',
    path: 'class.clients',
    min: 2,
    max: 1000,
    integer: true,
    default: 20,
  },
  rounds: {
    key: 'rounds',
    label: 'rounds',
    unit: 'rounds',
    meaning: 'How many rounds they learn.',
    path: 'class.rounds',
    min: 1,
    max: 10_000,
    integer: true,
    default: 60,
  },
  deal: {
    key: 'deal',
    label: 'deal',
    meaning: 'How the training samples are divided among the clients.',
    path: 'class.deal',
    choices: deals,
    default: 'share',
  },
  alpha: {
    key: 'alpha',
    label: 'Dirichlet α',
    meaning: 'Of the deal dirichlet: the smaller, the less alike the clients are.',
    path: 'class.alpha',
    min: 0.01,
    max: 1000,
    default: 0.5,
  },
  strategy: {
    key: 'strategy',
    label: 'strategy',
    meaning: 'The rule that turns the updates of a round into a change of the parameters.',
    path: 'class.strategy',
    choices: strategies,
    default: 'fedavg',
  },
  work: {
    key: 'work',
    label: 'work of a client',
    meaning: 'What a client does in a round: epochs (FedAvg) or gradient (FedSGD).',
    path: 'class.work',
    choices: kindsOfWork,
    default: 'epochs',
  },
  localEpochs: {
    key: 'local-epochs',
    label: 'local epochs',
    unit: 'epochs',
    meaning: 'Of the work epochs: how often a client passes through its samples in a round.',
    path: 'class.localEpochs',
    min: 1,
    max: 100,
    integer: true,
    default: 5,
  },
  batches: {
    key: 'batches',
    label: 'mini-batches of a gradient',
    meaning:
      'Of the work gradient: over how many mini-batches a client takes its gradient; 0 means all its samples.',
    path: 'class.batches',
    min: 0,
    max: 1000,
    integer: true,
    default: 0,
  },
  encoding: {
    key: 'encoding',
    label: 'encoding',
    meaning: 'How an update becomes bytes; what it loses is added to the next update.',
    path: 'class.encoding',
    choices: encodings,
    default: 'f32',
  },
  clip: {
    key: 'clip',
    label: 'largest change C',
    meaning: 'Each client shortens its change to this length; 0 means no limit.',
    path: 'class.clip',
    min: 0,
    max: 1000,
    default: 0,
  },
  noise: {
    key: 'noise',
    label: 'noise z',
    meaning:
      'The clients add noise: on the sum of a round its standard deviation is z·C; 0 means none.',
    path: 'class.noise',
    min: 0,
    max: 100,
    default: 0,
  },
  delta: {
    key: 'delta',
    label: 'δ',
    meaning: 'With noise: the probability with which the privacy loss ε may be exceeded.',
    path: 'class.delta',
    min: 1e-12,
    max: 0.1,
    default: 1e-5,
  },
  fraction: {
    key: 'fraction',
    label: 'clients in a round',
    meaning: 'The share of the clients that each round asks, drawn at random.',
    path: 'class.fraction',
    min: 0.001,
    max: 1,
    default: 1,
  },
  dropouts: {
    key: 'dropouts',
    label: 'drop-outs',
    meaning: 'The probability that a client leaves a round before it has sent its update.',
    path: 'class.dropouts',
    min: 0,
    max: 0.95,
    default: 0,
  },
  stragglers: {
    key: 'stragglers',
    label: 'stragglers',
    meaning: 'The probability that a client sends its update too late for the round.',
    path: 'class.stragglers',
    min: 0,
    max: 0.95,
    default: 0,
  },
  poisoned: {
    key: 'poisoned',
    label: 'poisoned clients',
    unit: 'clients',
    meaning: 'How many clients try to harm the class.',
    path: 'class.poisoned',
    min: 0,
    max: 1000,
    integer: true,
    default: 0,
  },
  poison: {
    key: 'poison',
    label: 'poison',
    meaning: 'What the poisoned clients do: flip or amplify wrong labels, or send random numbers.',
    path: 'class.poison',
    choices: poisons,
    default: 'flip',
  },
  amplification: {
    key: 'amplification',
    label: 'amplification',
    meaning: 'Of the poison amplify: how many times as large its change is.',
    path: 'class.amplification',
    min: 1,
    max: 1000,
    default: 10,
  },
} as const satisfies Record<Exclude<keyof ClassSettings, 'strategyHyperparameters'>, Field>;

/** The class that is simulated where nothing else is set. */
export const defaultClass: ClassSettings = {
  ...(Object.fromEntries(
    Object.entries(classFields).map(([name, field]) => [name, field.default]),
  ) as { [Name in keyof typeof classFields]: (typeof classFields)[Name]['default'] }),
  strategyHyperparameters: {},
};

/** The article's training, for clients that have few samples: small steps, often. */
export const classTraining: TrainingSpecification = {
  ...articleConfiguration.training,
  rate: 0.05,
  batchSize: 10,
};
