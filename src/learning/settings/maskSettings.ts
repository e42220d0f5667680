import type { Configuration } from '../configuration.ts';
import type { Mask } from '../heldParameters.ts';
import { parameterCount } from '../parameters.ts';
import { SpecificationError } from '../validation/specificationError.ts';
import { checkMask } from '../validation/validateMask.ts';
import type { NumberRange } from './field.ts';
import { maskFields } from './maskFields.ts';
import type { Setting } from './setting.ts';
import { readNumberText } from './textReaders.ts';

/** `frozen=3,17-20`: which parameters of the network are frozen or cut; they are read after it. */
export const maskSettings: readonly Setting<Configuration>[] = [
  maskSetting('frozen'),
  maskSetting('cut'),
];

function maskSetting(name: keyof Mask): Setting<Configuration> {
  const { key, label, meaning } = maskFields[name];
  return {
    ...{ key, label, meaning, form: 'list', follows: [] },
    expected: 'ascending whole numbers and ranges of them, such as 3,17-20, or none',
    defaultText: 'none',
    write: ({ training }) => writeIndices(training[name]),
    read: (text, { network, training, stopping }) => {
      const range = { min: 0, max: parameterCount(network) - 1, integer: true };
      const masked = { ...training, [name]: readIndices(name, text, range) };
      checkMask(masked, network);
      return { network, training: masked, stopping };
    },
  };
}

function writeIndices(indices: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const index of indices) {
    const range = ranges.at(-1);
    if (range && index === range[1] + 1) range[1] = index;
    else ranges.push([index, index]);
  }
  const texts = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return texts.join(',') || 'none';
}

/** Each range is checked before its numbers are listed, so that there are never more than fit. */
function readIndices(name: keyof Mask, text: string, range: NumberRange): readonly number[] {
  if (text.trim() === 'none') return [];
  const field = maskFields[name];
  const indices: number[] = [];
  for (const entry of text.split(',')) {
    const [, start = entry, end = start] = /^([^-–]+)[-–]([^-–]+)$/.exec(entry.trim()) ?? [];
    const first = readNumberText(field, start, range);
    const last = readNumberText(field, end, range);
    if (first > last || first <= (indices.at(-1) ?? -1)) {
      const expected = 'ascending numbers, none of them twice';
      throw new SpecificationError(field.path, { code: 'repeated', expected, value: entry });
    }
    for (let index = first; index <= last; index++) indices.push(index);
  }
  return indices;
}
