import type { NumberRange } from './numberEntry.ts';
import { mostLayers, mostUnits } from './playground.svelte.ts';

/** What the controls take. The core checks again what it is given. */
export const ranges = {
  samples: { min: 10, max: 5000, integer: true },
  heldOut: { min: 0, max: 5000, integer: true },
  layers: { min: 0, max: mostLayers, integer: true },
  units: { min: 1, max: mostUnits, integer: true },
  seed: { min: 0, max: 2 ** 32 - 1, integer: true },
  rate: { min: 1e-5, max: 10 },
  batchSize: { min: 1, max: 1024, integer: true },
  penalty: { min: 0, max: 1 },
  dropout: { min: 0, max: 0.9 },
  clipping: { min: 0, max: 100 },
  epochs: { min: 0, max: 100_000, integer: true },
  loss: { min: 0, max: 10 },
  accuracy: { min: 0, max: 1 },
  plateau: { min: 0, max: 1000, integer: true },
  threshold: { min: 0, max: 1 },
} satisfies Record<string, NumberRange>;
