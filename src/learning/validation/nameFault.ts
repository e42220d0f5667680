import type { Named } from '../settings/field.ts';
import { suggestion } from '../suggestion.ts';
import type { Fault } from './fault.ts';

/** What is wrong with a value that is none of the table's names. */
export function nameFault(value: unknown, table: readonly Named[]): Fault {
  const names = table.map(({ name }) => name);
  const meant = typeof value === 'string' ? suggestion(value, names) : undefined;
  return {
    code: typeof value === 'string' ? 'name' : 'type',
    expected: `one of ${names.join(', ')}`,
    value,
    hint: meant === undefined ? undefined : `did you mean ${meant}?`,
  };
}
