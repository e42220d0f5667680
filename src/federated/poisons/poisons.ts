import { named } from '../../learning/named.ts';
import type { Poison } from './poison.ts';

/** Wrong labels, and the update as it is. */
const flip: Poison = {
  name: 'flip',
  label: 'wrong labels',
  meaning: 'It learns from wrong labels.',
  wrongLabels: true,
  distort: (change) => change,
};

/** As long as the change, so that its length does not give it away. */
const random: Poison = {
  name: 'random',
  label: 'random numbers',
  meaning: 'It sends random numbers of the size of its change.',
  wrongLabels: false,
  distort(change, source) {
    const size = Math.sqrt(change.reduce((sum, d) => sum + d * d, 0) / change.length);
    return change.map(() => size * source.normal());
  },
};

/** Source: Bagdasaryan et al., How To Backdoor Federated Learning, AISTATS 2020 (model replacement). */
const amplify: Poison = {
  name: 'amplify',
  label: 'wrong labels, amplified',
  meaning: 'It learns from wrong labels and sends its change many times as large.',
  wrongLabels: true,
  distort: (change, _source, factor) => change.map((d) => factor * d),
};

/** All poisons, in the order in which they are offered. */
export const poisons: readonly Poison[] = [flip, random, amplify];

/** Throws a RangeError for a name that is not in the table. */
export function poisonNamed(name: string): Poison {
  return named('poison', poisons, name);
}
