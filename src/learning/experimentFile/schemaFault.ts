import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { faultText } from '../validation/fault.ts';

/** What a schema finds wrong with a value: a clause that begins with the field; undefined where nothing. */
export type SchemaCheck = (value: unknown) => string | undefined;

/** Makes the check of a schema, which stops at the first fault. */
export function schemaCheck(schema: object): SchemaCheck {
  const validator = new Validator(schema, '2020-12', true);
  return (value) => {
    try {
      const { valid, errors } = validator.validate(value);
      return valid ? undefined : sentence(errors, schema, value);
    } catch {
      return `${whole}: expected names of fields in plain letters, got others`; // half a character
    }
  };
}

const whole = 'the file';

/** The last fault is the one furthest within. */
function sentence(errors: readonly OutputUnit[], schema: object, value: unknown): string {
  const fault = errors.at(-1);
  if (!fault) return `${whole}: expected what its format says, got something else`;
  const { keyword, keywordLocation, instanceLocation } = fault;
  const place = keysOf(instanceLocation);
  const rule = at(schema, keysOf(keywordLocation).slice(0, -1));
  const found = at(value, place);
  if (keywordLocation.includes('/oneOf')) {
    return `${whole}: expected either the field recipe or the field samples`;
  }
  if (keyword === 'required') {
    const missing = textsIn(at(rule, ['required'])).find((key) => !hasOwn(found, key)) ?? '';
    return `${fieldName([...place, missing])}: expected a value, got nothing`;
  }
  if (keyword === 'false') return `${fieldName(place)}: expected no field of that name`;
  const expected = expectation(rule);
  return `${fieldName(place)}: ${faultText({ code: 'type', expected, value: found })}`;
}

/** What a part of the schema asks for, in words. */
function expectation(rule: unknown): string {
  const { type, enum: names, const: constant, pattern, ...limits } = recordOf(rule);
  if (constant !== undefined) return JSON.stringify(constant);
  if (Array.isArray(names)) return `one of ${names.join(', ')}`;
  const limit = (before: string, name: string) => {
    const value = limits[name];
    return typeof value === 'number' ? `${before}${value}` : '';
  };
  const above = limit(' above ', 'exclusiveMinimum');
  const range = (above || limit(' from ', 'minimum')) + limit(' to ', 'maximum');
  switch (type) {
    case 'integer':
      return `a whole number${range}`;
    case 'number':
      return `a number${range}`;
    case 'array':
      return `a list of at least ${limit('', 'minItems') || '0'}${limit(' and at most ', 'maxItems')} entries`;
    case 'string': {
      const form = typeof pattern === 'string' ? ` of the form ${pattern}` : '';
      return `a text${limit(' of at most ', 'maxLength')}${form}`;
    }
    case 'object':
      return 'an object';
    default:
      return 'a number or null';
  }
}

/** `samples.training.x[3]`; `whole` for all of it. */
function fieldName(keys: readonly string[]): string {
  const parts = keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`));
  const name = parts.join('').replace(/^\./, '');
  const shown = name.replace(/[^\w.[\]-]/g, '?').slice(0, 100);
  return shown === '' ? whole : shown;
}

/** The keys of a JSON pointer within the location that an error gives. */
function keysOf(location: string): string[] {
  const keys = location.split('/').slice(1);
  return keys.map((key) => decodeURI(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((part, key) => valueOf(part, key), value);
}

function hasOwn(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function valueOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function textsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return Array.from<unknown>(value).filter((entry) => typeof entry === 'string');
}
