import type { Hyperparameter, Hyperparameters } from '../hyperparameter.ts';
import type { Named, NumberRange, Range } from '../settings/field.ts';
import { checkNumber } from './checkNumber.ts';
import { nameFault } from './nameFault.ts';
import { SpecificationError } from './specificationError.ts';

/** Returns the value, or throws a SpecificationError for the field at that path. */
export type Validator<T> = (value: unknown, path: string) => T;

/** A number of the range. */
export function number(range: NumberRange): Validator<number> {
  return (value, path) => {
    const checked = checkNumber(value, range);
    if (typeof checked === 'number') return checked;
    throw new SpecificationError(path, checked);
  };
}

/** A name out of a table. */
export function nameIn(table: readonly Named[]): Validator<string> {
  return (value, path) => {
    const found = table.find(({ name }) => name === value);
    if (found) return found.name;
    throw new SpecificationError(path, nameFault(value, table));
  };
}

/** A list whose length is in the range. */
export function list<T>(entry: Validator<T>, { min, max }: Range): Validator<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      const code = Array.isArray(value) ? 'range' : 'type';
      const expected = `a list of ${min} to ${max} entries`;
      throw new SpecificationError(path, { code, expected, value });
    }
    return Array.from(value, (item: unknown, index) => entry(item, `${path}[${index}]`));
  };
}

/** A list without repeated entries. */
export function distinct<T>(entries: Validator<readonly T[]>): Validator<readonly T[]> {
  return (value, path) => {
    const checked = entries(value, path);
    const repeated = checked.findIndex((entry, index) => checked.indexOf(entry) < index);
    if (repeated < 0) return checked;
    throw new SpecificationError(`${path}[${repeated}]`, {
      code: 'repeated',
      expected: 'no entry twice',
      value: checked[repeated],
    });
  };
}

/** A plain object with exactly these keys. `prefix` comes before their names in paths. */
export function record<T extends object>(shape: {
  readonly [Key in keyof T]-?: Validator<T[Key]>;
}): (value: unknown, path: string, prefix?: string) => T {
  const validators = Object.entries<Validator<unknown>>(shape);
  const keys = validators.map(([key]) => key);
  return (value, path, prefix = `${path}.`) => {
    const given = plainObject(value, path);
    refuseUnknown(given, path, keys);
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
  return (value, path) => {
    const given = plainObject(value, path);
    refuseUnknown(given, path, names);
    const checked: Record<string, number> = {};
    for (const hyperparameter of hyperparameters) {
      const { name } = hyperparameter;
      if (given[name] === undefined) continue;
      checked[name] = number(hyperparameter)(given[name], `${path}.${name}`);
    }
    return checked;
  };
}

/** The object's own keys, whatever their values. */
export function plainObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new SpecificationError(path, { code: 'type', expected: 'an object', value });
}

function refuseUnknown(
  given: Readonly<Record<string, unknown>>,
  path: string,
  known: readonly string[],
): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const expected = known.length > 0 ? `only the keys ${known.join(', ')}` : 'no keys';
  throw new SpecificationError(path, { code: 'key', expected, value: unknown });
}
