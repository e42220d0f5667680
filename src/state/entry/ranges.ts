import type { NumberRange } from '../../learning/settings/field.ts';
import { fields } from './fields.ts';

const { recipe, network, training, stopping, decision } = fields;

/** The ranges of the number controls. */
export const ranges = {
  samples: recipe.training,
  heldOut: recipe.evaluation,
  layers: network.layers,
  units: network.units,
  seed: network.seed,
  rate: training.rate,
  batchSize: training.batchSize,
  penalty: training.l1,
  dropout: training.dropout,
  clipping: training.clipping,
  epochs: stopping.epochs,
  loss: stopping.loss,
  accuracy: stopping.accuracy,
  plateau: stopping.plateau,
  threshold: decision.threshold,
} satisfies Record<string, NumberRange>;
