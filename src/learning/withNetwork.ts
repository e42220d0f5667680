import type { Configuration } from './configuration.ts';
import type { NetworkSpecification } from './specification.ts';

/**
 * The configuration with another network. What is frozen or cut stays where every parameter keeps
 * its meaning; with other features, layers, units or classes nothing is frozen or cut any more.
 */
export function withNetwork(
  configuration: Configuration,
  network: NetworkSpecification,
): Configuration {
  const { training } = configuration;
  const keepsMask =
    (training.frozen.length === 0 && training.cut.length === 0) ||
    shapeOf(network) === shapeOf(configuration.network);
  if (keepsMask) return { ...configuration, network };
  return { ...configuration, network, training: { ...training, frozen: [], cut: [] } };
}

function shapeOf({ features, hidden, classes }: NetworkSpecification): string {
  return [features, hidden.map(({ units }) => units), classes].join(' ');
}
