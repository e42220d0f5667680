import type { Deal } from './deal.ts';
import { equalPieces } from './pieces.ts';
import { shuffled } from '../../learning/shuffled.ts';

export const byClass: Deal = {
  name: 'class',
  label: 'by class',
  meaning: 'Each client has as many samples, nearly all clients those of one class only.',
  deal({ samples: { labels }, clients, random }) {
    const label = (index: number) => labels[index] ?? 0;
    const order = Array.from(shuffled(labels.length, random));
    order.sort((a, b) => label(a) - label(b)); // stable: in a class the order remains random
    return equalPieces(Uint32Array.from(order), clients);
  },
};
