import type { LayerSpecification, NetworkSpecification } from '../specification.ts';
import { SpecificationError } from '../validation/specificationError.ts';
import { validateFeatures } from '../validation/validateNetwork.ts';
import type { FieldBase, Named } from './field.ts';
import { choiceSetting, numberSetting } from './fieldSettings.ts';
import { lensOf } from './lensOf.ts';
import { networkFields } from './networkFields.ts';
import type { Setting } from './setting.ts';
import { placeAt, readNameText, readNumberText } from './textReaders.ts';

type NetworkSetting = Setting<NetworkSpecification>;

const { features, layers, units, activation, initializer, seed } = networkFields;

/** `x,y,xx` */
const featuresSetting: NetworkSetting = {
  ...describedList(features),
  expected: `some of ${namesOf(features.choices)}, none of them twice`,
  defaultText: features.default.join(','),
  write: (network) => network.features.join(','),
  read: (text, network) => ({ ...network, features: validateFeatures(entriesOf(text)) }),
};

/** `8,4`, or `none` for a network without hidden layers. */
const hiddenSetting: NetworkSetting = {
  ...describedList(layers),
  meaning: 'How many units each hidden layer has, from the input to the output.',
  expected: `up to ${layers.max} whole numbers from ${units.min} to ${units.max}, or none`,
  defaultText: String(units.default),
  write: ({ hidden }) => hidden.map((layer) => layer.units).join(',') || 'none',
  read: (text, network) => ({ ...network, hidden: readHidden(text, network.hidden) }),
};

/** One name for all hidden layers, or one for each: `tanh,relu`. */
const activationSetting: NetworkSetting = {
  ...describedList(activation),
  expected: `one of ${namesOf(activation.choices)}, for all hidden layers; or one for each of them`,
  defaultText: activation.default,
  write: ({ hidden }) => {
    const names = hidden.map((layer) => layer.activation);
    const first = names.at(0);
    return names.every((name) => name === first) ? first : names.join(',');
  },
  read: (text, network) => ({ ...network, hidden: withActivations(text, network.hidden) }),
};

/** The settings of the network, in the order in which they are read. */
export const networkSettings: readonly NetworkSetting[] = [
  featuresSetting,
  hiddenSetting,
  activationSetting,
  choiceSetting(initializer, lensOf('initializer')),
  numberSetting(seed, lensOf('seed')),
];

function describedList({ key, label, meaning, follows = [] }: FieldBase) {
  return { key, label, meaning, form: 'list', follows } as const;
}

function namesOf(table: readonly Named[]): string {
  return table.map(({ name }) => name).join(', ');
}

function entriesOf(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim());
}

/** New layers have the activation of the first one before. */
function readHidden(
  text: string,
  before: readonly LayerSpecification[],
): readonly LayerSpecification[] {
  if (text.trim() === 'none') return [];
  const sizes = entriesOf(text);
  if (sizes.length > layers.max) {
    const expected = `at most ${layers.max} numbers`;
    throw new SpecificationError(layers.path, { code: 'range', expected, value: sizes });
  }
  const name = before[0]?.activation ?? activation.default;
  return sizes.map((size, index) => ({
    units: readNumberText(placeAt(`${layers.path}[${index}].units`), size, units),
    activation: name,
  }));
}

function withActivations(
  text: string,
  hidden: readonly LayerSpecification[],
): readonly LayerSpecification[] {
  const names = entriesOf(text).map((name, index) =>
    readNameText(placeAt(`${layers.path}[${index}].activation`), name, activation.choices),
  );
  if (names.length > 1 && names.length !== hidden.length) {
    const expected = hidden.length < 2 ? 'one name' : `one name, or ${hidden.length} names`;
    throw new SpecificationError(activation.path, { code: 'range', expected, value: names });
  }
  const [first = activation.default] = names;
  return hidden.map((layer, index) => ({ ...layer, activation: names[index] ?? first }));
}
