import { quoted } from './quoted.ts';

/**
 * Finds an entry in the table of a family by its name.
 * @throws RangeError for a name that is not in the table; it lists the names that are.
 */
export function named<Entry extends { readonly name: string }>(
  kind: string,
  table: readonly Entry[],
  name: string,
): Entry {
  const found = table.find((entry) => entry.name === name);
  if (found) return found;
  const names = table.map((entry) => entry.name).join(', ');
  throw new RangeError(`${kind}: expected one of ${names}, got ${quoted(name)}`);
}
