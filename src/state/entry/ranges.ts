import { limits } from '../../learning/validation/limits.ts';
import type { NumberRange } from './numberEntry.ts';

const { network, training, stopping, seed } = limits;

/** What the controls take, and so the address: the limits of the core. */
export const ranges = {
  samples: { ...limits.data.training, integer: true },
  heldOut: { ...limits.data.evaluation, integer: true },
  layers: { ...network.layers, integer: true },
  units: { ...network.units, integer: true },
  seed: { ...seed, integer: true },
  rate: training.rate,
  batchSize: { ...training.batchSize, integer: true },
  penalty: training.l1,
  dropout: training.dropout,
  clipping: training.clipping,
  epochs: { ...stopping.epochs, integer: true },
  loss: stopping.loss,
  accuracy: stopping.accuracy,
  plateau: { ...stopping.plateau, integer: true },
  threshold: { min: 0, max: 1 },
} satisfies Record<string, NumberRange>;
