/** A specification from outside that cannot be used; the message names field, range and value. */
export class SpecificationError extends RangeError {
  override readonly name = 'SpecificationError';
  /** `network.hidden[1].units` */
  readonly field: string;

  constructor(field: string, expected: string, value: unknown) {
    super(`${field}: expected ${expected}, got ${describeValue(value)}`);
    this.field = field;
  }
}

const longest = 40;

function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return value.length > longest ? `"${value.slice(0, longest)}…"` : `"${value}"`;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    default:
      return `a ${typeof value}`;
  }
}
