/*
 * The matrix products, worked in tiles that stay in registers: two vectors (eight rows) of four
 * outputs each, as 16 registers allow, and smaller ones where a matrix ends. Matrices of rows stand
 * unit by unit, `stride` bytes apart; weights stand [input][unit], `pitch` bytes from one input to
 * the next.
 */

const range = (length: number) => Array.from({ length }, (_, i) => i);

/** Loads and multiply-adds of one step along the sum: `weights` and `vectors` name what to load. */
function multiplyAdd(weights: readonly string[], vectors: readonly string[]): string[] {
  return [
    ...vectors.map((address, v) => `const x${v} = v128.load(${address});`),
    ...weights.flatMap((address, u) => [
      `const w${u} = v128.load32_splat(${address});`,
      ...vectors.map((_, v) => `s${u}${v} = f32x4.add(s${u}${v}, f32x4.mul(w${u}, x${v}));`),
    ]),
  ];
}

/** z[unit] = bias[unit] + Σ w[input][unit] · x[input], for that many vectors of rows. */
function forward(vectors: number): string {
  const tile = (units: number) => `
  for (; unit + ${units} <= outputs; unit += ${units}) {
    ${range(units)
      .map((u) => `let s${u}0 = v128.load32_splat(bias + ${4 * u});`)
      .join('\n    ')}
    ${range(units)
      .flatMap((u) =>
        range(vectors)
          .slice(1)
          .map((v) => `let s${u}${v} = s${u}0;`),
      )
      .join('\n    ')}
    let x = inputs;
    for (let w = weights; w < bias; w += pitch) {
      ${multiplyAdd(
        range(units).map((u) => `w + ${4 * u}`),
        range(vectors).map((v) => `x + ${16 * v}`),
      ).join('\n      ')}
      x += stride;
    }
    ${range(units)
      .flatMap((u) => [
        ...range(vectors).map((v) => `v128.store(z + ${16 * v}, s${u}${v});`),
        'z += stride;',
      ])
      .join('\n    ')}
    weights += ${4 * units};
    bias += ${4 * units};
  }`;
  return `
export function forward${vectors}(
  z: usize, inputs: usize, stride: usize, weights: usize, bias: usize, outputs: i32
): void {
  const pitch = <usize>outputs << 2;
  let unit = 0;
  ${[4, 2, 1].map(tile).join('')}
}`;
}

/** e[input] = e[input] · Σ w[input][unit] · error[unit], for that many vectors of rows. */
function backward(vectors: number): string {
  const tile = (inputs: number) => `
  for (; input + ${inputs} <= inputs; input += ${inputs}) {
    ${range(inputs)
      .flatMap((u) => range(vectors).map((v) => `let s${u}${v} = f32x4.splat(0);`))
      .join('\n    ')}
    let x = errors;
    for (let w: usize = weights, end = weights + pitch; w < end; w += 4) {
      ${multiplyAdd(
        range(inputs).map((u) => (u === 0 ? 'w' : `w + ${u} * pitch`)),
        range(vectors).map((v) => `x + ${16 * v}`),
      ).join('\n      ')}
      x += stride;
    }
    ${range(inputs)
      .flatMap((u) => [
        ...range(vectors).map(
          (v) => `v128.store(e + ${16 * v}, f32x4.mul(s${u}${v}, v128.load(e + ${16 * v})));`,
        ),
        'e += stride;',
      ])
      .join('\n    ')}
    weights += ${inputs} * pitch;
  }`;
  return `
export function backward${vectors}(
  e: usize, errors: usize, stride: usize, weights: usize, inputs: i32, outputs: i32
): void {
  const pitch = <usize>outputs << 2;
  let input = 0;
  ${[4, 2, 1].map(tile).join('')}
}`;
}

/** Sums of the lanes of up to four vectors, as one vector. */
const laneSums = `
function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(
    v128.shuffle<f32>(a, b, 0, 4, 1, 5),
    v128.shuffle<f32>(a, b, 2, 6, 3, 7),
  );
  const cd = f32x4.add(
    v128.shuffle<f32>(c, d, 0, 4, 1, 5),
    v128.shuffle<f32>(c, d, 2, 6, 3, 7),
  );
  return f32x4.add(
    v128.shuffle<f32>(ab, cd, 0, 1, 4, 5),
    v128.shuffle<f32>(ab, cd, 2, 3, 6, 7),
  );
}`;

interface Sum {
  readonly vector: string;
  readonly address: string;
}

/** Adds the lanes of the vectors to the floats at their addresses; four in a row must be adjacent. */
function addLaneSums(sums: readonly Sum[], adjacent: boolean): string[] {
  return range(Math.ceil(sums.length / 4)).flatMap((i) => {
    const four = sums.slice(4 * i, 4 * i + 4);
    const vectors = range(4).map((k) => four[k]?.vector ?? four[0].vector);
    const together = `laneSums(${vectors.join(', ')})`;
    if (adjacent) {
      const { address } = four[0];
      return [`v128.store(${address}, f32x4.add(v128.load(${address}), ${together}));`];
    }
    return [
      `const sums${i} = ${together};`,
      ...four.map(
        ({ address }, lane) =>
          `store<f32>(${address}, load<f32>(${address}) + f32x4.extract_lane(sums${i}, ${lane}));`,
      ),
    ];
  });
}

/** g[input][unit] += Σ x[input] · error[unit], and the biases' row after it, over all rows. */
function gradient(): string {
  const tile = (inputs: number, outputs: number) => {
    const cells = range(inputs).flatMap((i) => range(outputs).map((u) => ({ i, u })));
    const at = (i: number, u: number) => `g + ${4 * u}` + (i > 0 ? ` + ${i} * pitch` : '');
    const address = (base: string, i: number) => base + (i > 0 ? ` + ${i} * stride` : '');
    return `
    for (; input + ${inputs} <= inputs; input += ${inputs}) {
      ${cells.map(({ i, u }) => `let s${i}${u} = f32x4.splat(0);`).join('\n      ')}
      for (let row: usize = 0; row < bytes; row += 16) {
        ${range(outputs)
          .map((u) => `const e${u} = v128.load(${address('errors + row', u)});`)
          .join('\n        ')}
        ${range(inputs)
          .flatMap((i) => [
            `const x${i} = v128.load(${address('x + row', i)});`,
            ...range(outputs).map(
              (u) => `s${i}${u} = f32x4.add(s${i}${u}, f32x4.mul(x${i}, e${u}));`,
            ),
          ])
          .join('\n        ')}
      }
      ${addLaneSums(
        cells.map(({ i, u }) => ({ vector: `s${i}${u}`, address: at(i, u) })),
        outputs === 4,
      ).join('\n      ')}
      x += ${inputs} * stride;
      g += ${inputs} * pitch;
    }`;
  };
  const biases = (outputs: number) => `
    ${range(outputs)
      .map((u) => `let b${u} = f32x4.splat(0);`)
      .join('\n    ')}
    for (let row: usize = 0; row < bytes; row += 16) {
      ${range(outputs)
        .map(
          (u) =>
            `b${u} = f32x4.add(b${u}, v128.load(errors + row${u > 0 ? ` + ${u} * stride` : ''}));`,
        )
        .join('\n      ')}
    }
    ${addLaneSums(
      range(outputs).map((u) => ({ vector: `b${u}`, address: `g + ${4 * u}` })),
      outputs === 4,
    ).join('\n    ')}`;
  const block = (outputs: number, inputs: readonly number[]) => `
  for (; unit + ${outputs} <= outputs; unit += ${outputs}) {
    let g = gradient;
    let x = values;
    let input = 0;
    ${inputs.map((count) => tile(count, outputs)).join('')}
    ${biases(outputs)}
    errors += ${outputs} * stride;
    gradient += ${4 * outputs};
  }`;
  return `
export function addGradient(
  gradient: usize, values: usize, errors: usize, stride: usize, bytes: usize,
  inputs: i32, outputs: i32
): void {
  const pitch = <usize>outputs << 2;
  let unit = 0;
  ${block(4, [2, 1])}
  ${block(2, [4, 2, 1])}
  ${block(1, [4, 1])}
}`;
}

/** AssemblyScript of all tiles. */
export function tileSource(): string {
  return [laneSums, forward(2), forward(1), backward(2), backward(1), gradient()].join('\n');
}
