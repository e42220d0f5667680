import { limits } from '../learning/validation/limits.ts';
import type { NumberRange } from './numberEntry.ts';
import { mostLayers, mostUnits } from './playground.svelte.ts';

const { training, stopping, seed } = limits;

/** What the controls take: within the limits of the core, and no more than the screen can show. */
export const ranges = {
  samples: { ...limits.data.training, integer: true },
  heldOut: { ...limits.data.evaluation, integer: true },
  layers: { min: limits.network.layers.min, max: mostLayers, integer: true },
  units: { min: limits.network.units.min, max: mostUnits, integer: true },
  seed: { ...seed, integer: true },
  rate: training.rate,
  batchSize: { min: training.batchSize.min, max: 1024, integer: true },
  penalty: training.l1,
  dropout: training.dropout,
  clipping: training.clipping,
  epochs: { ...stopping.epochs, integer: true },
  loss: stopping.loss,
  accuracy: stopping.accuracy,
  plateau: { ...stopping.plateau, integer: true },
  threshold: { min: 0, max: 1 },
} satisfies Record<string, NumberRange>;
