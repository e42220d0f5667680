import type { Slot } from './strategy.ts';

/** m starts at 0 and v at τ². Source: Reddi et al., Adaptive Federated Optimization, ICLR 2021. */
export const adaptiveSlots: readonly Slot[] = [
  { name: 'm', start: () => 0 },
  { name: 'v', start: ({ tau = NaN }) => tau * tau },
];
