import type { Lens } from './setting.ts';

/** Gets and replaces a property of plain data. */
export function lensOf<Whole extends object, Name extends keyof Whole>(
  name: Name,
): Lens<Whole, Whole[Name]> {
  return {
    get: (whole) => whole[name],
    set: (whole, value) => ({ ...whole, [name]: value }),
  };
}
