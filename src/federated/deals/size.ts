import type { Deal } from './deal.ts';
import { apportion } from './pieces.ts';
import { shuffled } from '../../learning/shuffled.ts';

export const size: Deal = {
  name: 'size',
  label: 'by size',
  meaning: 'Random samples: the second client has half as many as the first, the third a third.',
  deal({ samples, clients, random }) {
    const order = shuffled(samples.labels.length, random);
    const weights = Array.from({ length: clients }, (_, client) => 1 / (client + 1));
    let first = 0;
    return apportion(order.length, weights, 1).map((count) => {
      first += count;
      return order.slice(first - count, first);
    });
  },
};
