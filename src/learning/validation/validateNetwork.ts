import { activations } from '../activations/activations.ts';
import { features } from '../features.ts';
import { initializers } from '../initializers/initializers.ts';
import type { LayerSpecification, NetworkSpecification } from '../specification.ts';
import { limits } from './limits.ts';
import { distinct, list, nameIn, record, whole } from './validators.ts';

const layer = record<LayerSpecification>({
  units: whole(limits.network.units),
  activation: nameIn(activations),
});

const network = record<NetworkSpecification>({
  features: distinct(list(nameIn(features), { min: 1, max: features.length })),
  hidden: list(layer, limits.network.layers),
  classes: whole(limits.network.classes),
  initializer: nameIn(initializers),
  seed: whole(limits.seed),
});

/** @throws SpecificationError for the first field, in the order of the specification, that is wrong. */
export function validateNetwork(value: unknown, field = 'network'): NetworkSpecification {
  return network(value, field);
}
