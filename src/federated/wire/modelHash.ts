import { fnv1a } from '../../learning/fnv1a.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';

/** R4: 32 bits that differ between networks whose parameters mean different things. */
export function modelHash({ features, hidden, classes }: NetworkSpecification): number {
  const layers = hidden.map(({ units, activation }) => `${units}${activation}`);
  const text = [features.join(), layers.join(), String(classes)].join(';');
  return fnv1a(Array.from(text, (character) => character.charCodeAt(0)));
}
