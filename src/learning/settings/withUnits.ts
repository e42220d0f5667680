import { articleConfiguration } from '../configuration.ts';
import type { NetworkSpecification } from '../specification.ts';

const [usual = { units: 20, activation: 'relu' }] = articleConfiguration.network.hidden;

/** The network with hidden layers of other sizes; further layers have the activation of the last. */
export function withUnits(
  network: NetworkSpecification,
  units: readonly number[],
): NetworkSpecification {
  const { hidden } = network;
  const last = hidden.at(-1) ?? usual;
  return {
    ...network,
    hidden: units.map((count, index) => ({ ...(hidden[index] ?? last), units: count })),
  };
}
