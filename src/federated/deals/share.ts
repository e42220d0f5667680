import type { Deal } from './deal.ts';
import { equalPieces } from './pieces.ts';
import { shuffled } from '../../learning/shuffled.ts';

export const share: Deal = {
  name: 'share',
  label: 'equal shares',
  meaning: 'Each client has as many samples, drawn at random, so that all are alike.',
  deal: ({ samples, clients, random }) =>
    equalPieces(shuffled(samples.labels.length, random), clients),
};
