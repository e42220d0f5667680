import { nameFault } from '../validation/nameFault.ts';
import { SpecificationError } from '../validation/specificationError.ts';
import type { Named, NumberRange } from './field.ts';
import { labelOf } from './labelOf.ts';
import { numberFrom } from './numberFrom.ts';

/** The setting that a text is read for: its path and its name in messages. */
export interface Place {
  readonly path: string;
  readonly label: string;
}

/** The place at a path in the table of fields. */
export function placeAt(path: string): Place {
  return { path, label: labelOf(path) };
}

/** The number in a text. Throws a SpecificationError that names the place. */
export function readNumberText(place: Place, text: string, range: NumberRange): number {
  const read = numberFrom(text, range);
  if (typeof read === 'number') return read;
  throw new SpecificationError(place.path, read, place.label);
}

/** The name in a text. Throws a SpecificationError that names the place. */
export function readNameText(place: Place, text: string, table: readonly Named[]): string {
  const given = text.trim();
  const found = table.find(({ name }) => name === given);
  if (found) return found.name;
  throw new SpecificationError(place.path, nameFault(given, table), place.label);
}
