import { networkFields } from '../settings/networkFields.ts';
import type { LayerSpecification, NetworkSpecification } from '../specification.ts';
import { distinct, list, nameIn, number, record } from './validators.ts';

const { features, layers, units, activation, classes, initializer, seed } = networkFields;

const layer = record<LayerSpecification>({
  units: number(units),
  activation: nameIn(activation.choices),
});

const featureNames = distinct(
  list(nameIn(features.choices), { min: 1, max: features.choices.length }),
);

const network = record<NetworkSpecification>({
  features: featureNames,
  hidden: list(layer, layers),
  classes: number(classes),
  initializer: nameIn(initializer.choices),
  seed: number(seed),
});

/** @throws SpecificationError for the first field, in the order of the specification, that is wrong. */
export function validateNetwork(value: unknown): NetworkSpecification {
  return network(value, 'network');
}

/** @throws SpecificationError for an unknown name, a repeated one, or none at all. */
export function validateFeatures(value: unknown): readonly string[] {
  return featureNames(value, features.path);
}
