import type { Mask } from '../heldParameters.ts';
import { parameterCount } from '../parameters.ts';
import { maskFields } from '../settings/maskFields.ts';
import { networkFields } from '../settings/networkFields.ts';
import type { NetworkSpecification } from '../specification.ts';
import { numberFault } from './checkNumber.ts';
import { SpecificationError } from './specificationError.ts';
import { list, number, type Validator } from './validators.ts';

const { features, layers, units, activation, classes } = networkFields;

/** Parameters of the largest network that there can be. */
const mostParameters = parameterCount({
  features: features.choices.map(({ name }) => name),
  hidden: Array.from({ length: layers.max }, () => {
    return { units: units.max, activation: activation.default };
  }),
  classes: classes.max,
  initializer: '',
  seed: 0,
});

const anyIndices = list(number({ min: 0, max: mostParameters - 1, integer: true }), {
  min: 0,
  max: mostParameters,
});

/** Indices of parameters of some network, ascending. */
export const parameterIndices: Validator<readonly number[]> = (value, path) => {
  const indices = anyIndices(value, path);
  const wrong = indices.findIndex((index, i) => i > 0 && index <= (indices[i - 1] ?? 0));
  if (wrong < 0) return indices;
  throw new SpecificationError(`${path}[${wrong}]`, {
    code: 'repeated',
    expected: 'ascending numbers, none of them twice',
    value: indices[wrong],
  });
};

/** @throws SpecificationError for a parameter that the network has not, or that is cut and frozen. */
export function checkMask({ frozen, cut }: Mask, network: NetworkSpecification): void {
  const range = { min: 0, max: parameterCount(network) - 1, integer: true };
  for (const [indices, { path }] of [
    [frozen, maskFields.frozen],
    [cut, maskFields.cut],
  ] as const) {
    const last = indices.at(-1) ?? 0;
    if (last > range.max) throw new SpecificationError(path, numberFault('range', last, range));
  }
  const isFrozen = new Set(frozen);
  const both = cut.find((index) => isFrozen.has(index));
  if (both === undefined) return;
  const expected = 'none of those that are frozen';
  throw new SpecificationError(maskFields.cut.path, { code: 'repeated', expected, value: both });
}
