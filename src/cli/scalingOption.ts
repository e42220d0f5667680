import { quoted } from '../learning/quoted.ts';
import { scalings } from '../learning/scaling/scalings.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { UsageError } from './usageError.ts';

const names = scalings.map(({ name }) => name);

export const scalingOption: CommandOption = {
  name: 'scale',
  value: 'NAME',
  meaning: `How x and y are scaled before the network sees them, fitted on the training set: ${names.join(', ')} (default none).`,
};

/** The name of the scaling that was asked for. Throws a UsageError. */
export function readScaling(given: GivenOptions): string {
  const text = given.text(scalingOption.name) ?? 'none';
  if (names.includes(text)) return text;
  throw new UsageError(`--scale: expected one of ${names.join(', ')}, got ${quoted(text)}.`);
}
