import { lanes } from './glsl.ts';

/**
 * `vec4 weightedSums(int key, int quad)`: bias + inputs · weights for four units of one sample,
 * from `inputQuad(key, q)`, four inputs of the sample.
 */
export function weightedSums(inputs: number): string {
  const full = inputs >> 2;
  const dots = (q: string) =>
    `sums += vec4(dot(x, stackQuad(4 * quad, ${q})), dot(x, stackQuad(4 * quad + 1, ${q})),
      dot(x, stackQuad(4 * quad + 2, ${q})), dot(x, stackQuad(4 * quad + 3, ${q})));`;
  return `
vec4 weightedSums(int key, int quad) {
  vec4 sums = vec4(0.0);
  vec4 x;
  for (int q = 0; q < ${full}; q++) {
    x = inputQuad(key, q);
    ${dots('q')}
  }
  ${lastInputs('x', inputs, `inputQuad(key, ${full})`)}
  ${dots(String(full))}
  return sums;
}`;
}

/** A unit's weighted sum, and the variable that holds it. */
export interface UnitSum {
  readonly name: string;
  /** GLSL of the unit's number. */
  readonly unit: string;
}

/** GLSL statements: weighted sums of units for the four `rows`, from `inputRows`. */
export function sumsOfRows(inputs: number, units: readonly UnitSum[]): string {
  const full = inputs >> 2;
  const rest = inputs & 3;
  const read = (q: string, count: number) =>
    Array.from({ length: count }, (_, k) => `vec4 x${k} = inputRows(4 * ${q} + ${k}, rows);`);
  const add = (q: string, count: number) =>
    units.map(({ name, unit }) => {
      const products = lanes.slice(0, count).map((lane, k) => `w.${lane} * x${k}`);
      const bias = count < 4 ? [`vec4(w.${lanes[count]})`] : [];
      return `w = stackQuad(${unit}, ${q}); ${name} += ${[...products, ...bias].join(' + ')};`;
    });
  return `
  ${declare(units)}
  for (int q = 0; q < ${full}; q++) {
    ${[...read('q', 4), ...add('q', 4)].join('\n    ')}
  }
  {
    ${[...read(String(full), rest), ...add(String(full), rest)].join('\n    ')}
  }`;
}

/** As `sumsOfRows`, but from the samples, by `samplesOf` and `sampleQuad`. */
export function sumsOfSamples(inputs: number, units: readonly UnitSum[]): string {
  const full = inputs >> 2;
  const rows = ['a', 'b', 'c', 'd'] as const;
  const add = (q: string) =>
    units.map(
      ({ name, unit }) =>
        `w = stackQuad(${unit}, ${q}); ` +
        `${name} += vec4(${rows.map((row) => `dot(${row}, w)`).join(', ')});`,
    );
  const read = rows.map((row, k) => `${row} = sampleQuad(index.${lanes[k]}, q);`);
  const last = rows.map((row, k) =>
    lastInputs(row, inputs, `sampleQuad(index.${lanes[k]}, ${full})`),
  );
  return `
  ${declare(units)}
  ivec4 index = samplesOf(rows);
  vec4 a, b, c, d;
  for (int q = 0; q < ${full}; q++) {
    ${[...read, ...add('q')].join('\n    ')}
  }
  ${[...last, ...add(String(full))].join('\n  ')}`;
}

function declare(units: readonly UnitSum[]): string {
  return [...units.map(({ name }) => `vec4 ${name} = vec4(0.0);`), 'vec4 w;'].join('\n  ');
}

/** The last quad of inputs: the rest of the inputs, then 1 for the bias. */
function lastInputs(name: string, inputs: number, quad: string): string {
  const rest = inputs & 3;
  if (rest === 0) return `${name} = vec4(1.0, 0.0, 0.0, 0.0);`;
  return `${name} = ${quad}; ${name}.${lanes[rest]} = 1.0;`;
}
