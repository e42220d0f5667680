import fc from 'fast-check';

/** Texts that have broken readers before: names of prototypes, marks, control signs, other numbers. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'none', 'auto', 'null'],
    ...['NaN', 'Infinity', '-0', '1e999', '0x1', '1_000', '1,000', '1.000', '1 000', '0,5', '−1'],
    ...[
      '\u0000',
      '\u001b]0;owned\u0007\u001b[2J',
      '\u009b31m',
      '\u007f',
      '\u202e',
      '\u2066',
      '\ufeff',
    ],
    ...['<img onerror=alert(1)>', '%', '%E0%A4%A', '&amp;', '\ud83d', '😀', 'x'.repeat(5000)],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.double().map(String),
);

/** Plain data that a message can hold and that nothing asks for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      undefined,
      null,
      true,
      NaN,
      Infinity,
      -Infinity,
      -0,
      0,
      1,
      -1,
      0.5,
      1e308,
      2 ** 53,
      2 ** 32,
    ],
    ...[
      10n,
      10n ** 5000n,
      [],
      {},
      [[]],
      [null],
      new Array(10_000),
      { length: 3 },
      new Date(NaN),
      new Map(),
    ],
    ...[
      new Float32Array(1),
      new Float32Array([NaN, 1]),
      new Uint8Array([255, 3]),
      new ArrayBuffer(8),
    ],
  ),
  hostileText,
  fc.double(),
  fc.anything({ maxDepth: 2, withBigInt: true, withTypedArray: true, withSparseArray: true }),
);

/** Plain data with one place of it, any number of fields deep, replaced or taken out. */
export function mutated(data: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const steps = fc.array(fc.nat(), { maxLength: 5 });
  return fc
    .tuple(data, steps, hostileValue, fc.boolean())
    .map(([value, path, replacement, remove]) => changedAt(value, { path, replacement, remove }));
}

interface Change {
  /** Which field at each depth, counted round. */
  readonly path: readonly number[];
  readonly replacement: unknown;
  readonly remove: boolean;
}

function changedAt(value: unknown, { path, replacement, remove }: Change): unknown {
  const [place, ...deeper] = path;
  if (place === undefined || !isBranch(value)) return replacement;
  const entries = Object.entries(value);
  const index = place % entries.length;
  const changed = entries.flatMap(([key, field], i): [string, unknown][] => {
    if (i !== index) return [[key, field]];
    if (remove && deeper.length === 0) return [];
    return [[key, changedAt(field, { path: deeper, replacement, remove })]];
  });
  return Array.isArray(value) ? changed.map(([, field]) => field) : Object.fromEntries(changed);
}

/** Whether it is a list or an object with fields; numbers in typed arrays are no fields. */
function isBranch(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    Object.keys(value).length > 0
  );
}

/** The words of a JavaScript engine, which no reader should meet. */
export const machineWords =
  /cannot (read|convert|mix|create)|is not (a|an|iterable|defined)\b|undefined|\[object|invalid (array|typed)/i;

/** A text that a screen may show: short, of one line, without control or direction signs. */
export const showable = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,600}$/u;
