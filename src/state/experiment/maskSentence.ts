import type { Configuration } from '../../learning/configuration.ts';
import type { Mask } from '../../learning/heldParameters.ts';
import { countText } from '../entry/numberEntry.ts';
import { parameterName } from '../network/parameterPlaces.ts';

/** What is frozen, cut or learning again after a change; empty where that is as it was. */
export function maskSentence(before: Configuration, { network, training }: Configuration): string {
  const old = before.training;
  if (old.frozen === training.frozen && old.cut === training.cut) return '';
  if (network !== before.network) return isEmpty(training) ? 'All weights learn.' : '';
  const words = (indices: readonly number[]) => {
    const [first = 0] = indices;
    if (indices.length > 1) return `${countText(indices.length)} weights and biases`;
    return `the ${parameterName(network, first)}`;
  };
  const held = new Set([...training.frozen, ...training.cut]);
  const changes: readonly (readonly [string, readonly number[]])[] = [
    ['Frozen', without(training.frozen, old.frozen)],
    ['Cut', without(training.cut, old.cut)],
    ['Learning again', [...old.frozen, ...old.cut].filter((index) => !held.has(index))],
  ];
  return changes
    .flatMap(([word, indices]) => (indices.length > 0 ? [`${word}: ${words(indices)}.`] : []))
    .join(' ');
}

function isEmpty({ frozen, cut }: Mask): boolean {
  return frozen.length + cut.length === 0;
}

function without(indices: readonly number[], others: readonly number[]): readonly number[] {
  const left = new Set(others);
  return indices.filter((index) => !left.has(index));
}
