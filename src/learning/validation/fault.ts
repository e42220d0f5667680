import { quoted } from '../quoted.ts';

/** What is wrong with a value, for programs. */
export type FaultCode =
  /** Not the kind of value that is expected: a text instead of a number. */
  | 'type'
  /** A number with a fraction where a whole one is expected. */
  | 'whole'
  /** A number, or the length of a list, that is out of range. */
  | 'range'
  /** A text that can be read as two numbers. */
  | 'ambiguous'
  /** A name that is not in its table. */
  | 'name'
  /** A key that an object or the chosen updater or schedule does not have. */
  | 'key'
  /** An entry that its list has twice. */
  | 'repeated';

/** What is wrong with a value. */
export interface Fault {
  readonly code: FaultCode;
  /** What the value must be: `a whole number from 1 to 4096`. */
  readonly expected: string;
  readonly value: unknown;
  /** A hint for the reader, shown in parentheses. */
  readonly hint?: string | undefined;
}

/** `expected a number from 0 to 1, got "x"`, with the hint, without a full stop. */
export function faultText({ expected, value, hint }: Fault): string {
  const text = `expected ${expected}, got ${described(value)}`;
  return hint === undefined ? text : `${text} (${hint})`;
}

function described(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return quoted(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    default:
      return `a ${typeof value}`;
  }
}
