import type { Hyperparameter, Hyperparameters } from '../hyperparameter.ts';
import type { Range } from './limits.ts';
import { SpecificationError } from './specificationError.ts';

/** Returns the value, or throws a SpecificationError that begins with the field's path. */
export type Validator<T> = (value: unknown, field: string) => T;

/** A finite number within the range. */
export function number({ min, max }: Range): Validator<number> {
  return (value, field) => {
    if (typeof value === 'number' && value >= min && value <= max) return value;
    throw new SpecificationError(field, `a number from ${min} to ${max}`, value);
  };
}

/** A whole number within the range. */
export function whole({ min, max }: Range): Validator<number> {
  return (value, field) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      return value;
    }
    throw new SpecificationError(field, `a whole number from ${min} to ${max}`, value);
  };
}

/** A name out of the table of a family. */
export function nameIn(table: readonly { readonly name: string }[]): Validator<string> {
  return (value, field) => {
    const found = table.find(({ name }) => name === value);
    if (found) return found.name;
    const names = table.map(({ name }) => name).join(', ');
    throw new SpecificationError(field, `one of ${names}`, value);
  };
}

/** A list of so many entries. */
export function list<T>(entry: Validator<T>, { min, max }: Range): Validator<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      throw new SpecificationError(field, `a list of ${min} to ${max} entries`, value);
    }
    return Array.from(value, (item: unknown, index) => entry(item, `${field}[${index}]`));
  };
}

/** A list in which nothing stands twice. */
export function distinct<T>(entries: Validator<readonly T[]>): Validator<readonly T[]> {
  return (value, field) => {
    const checked = entries(value, field);
    const repeated = checked.findIndex((entry, index) => checked.indexOf(entry) < index);
    if (repeated < 0) return checked;
    const twice = `${field}[${repeated}]`;
    throw new SpecificationError(twice, 'an entry that does not stand before', checked[repeated]);
  };
}

/** A plain object with exactly these keys. `prefix` is what stands before their names in errors. */
export function record<T extends object>(shape: {
  readonly [Key in keyof T]-?: Validator<T[Key]>;
}): (value: unknown, field: string, prefix?: string) => T {
  const validators = Object.entries<Validator<unknown>>(shape);
  const keys = validators.map(([key]) => key);
  return (value, field, prefix = `${field}.`) => {
    const given = plainObject(value, field);
    refuseUnknown(given, field, keys);
    const checked: Record<string, unknown> = {};
    for (const [key, validate] of validators) checked[key] = validate(given[key], prefix + key);
    return checked as T; // each key has gone through its validator
  };
}

/** Values of hyperparameters, any of which may be left out. */
export function hyperparameterValues(
  hyperparameters: readonly Hyperparameter[],
): Validator<Hyperparameters> {
  const names = hyperparameters.map(({ name }) => name);
  return (value, field) => {
    const given = plainObject(value, field);
    refuseUnknown(given, field, names);
    const checked: Record<string, number> = {};
    for (const { name, min, max } of hyperparameters) {
      if (given[name] === undefined) continue;
      checked[name] = number({ min, max })(given[name], `${field}.${name}`);
    }
    return checked;
  };
}

/** The object's own keys, whatever their values. */
export function plainObject(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new SpecificationError(field, 'an object', value);
}

function refuseUnknown(
  given: Readonly<Record<string, unknown>>,
  field: string,
  known: readonly string[],
): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const expected = known.length > 0 ? `only the keys ${known.join(', ')}` : 'no keys';
  throw new SpecificationError(field, expected, unknown);
}
