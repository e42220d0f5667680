import { entryAt } from '../../../learning/entryAt.ts';

/** AssemblyScript: the sums of the lanes of four vectors, as one vector. */
export const laneSums = `
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

/** A vector, and the address of the float to which the sum of its lanes is added. */
export interface LaneSum {
  readonly vector: string;
  readonly address: string;
}

/** Adds up lanes, four vectors at a time; the floats lie in rows of that length. */
export function addLaneSums(sums: readonly LaneSum[], rowLength: number): string {
  const groups = Array.from({ length: Math.ceil(sums.length / 4) }, (_, i) =>
    sums.slice(4 * i, 4 * i + 4),
  );
  return groups.map(rowLength === 4 ? addVector : addSingly).join('\n');
}

function addVector(sums: readonly LaneSum[]): string {
  const { address } = entryAt(sums, 0);
  return `v128.store(${address}, f32x4.add(v128.load(${address}), ${call(sums)}));`;
}

function addSingly(sums: readonly LaneSum[], group: number): string {
  const stores = sums.map(({ address }, lane) => {
    const sum = `load<f32>(${address}) + f32x4.extract_lane(sums${group}, ${lane})`;
    return `store<f32>(${address}, ${sum});`;
  });
  return [`const sums${group} = ${call(sums)};`, ...stores].join('\n');
}

/** Fewer than four vectors are filled up with the first one. */
function call(sums: readonly LaneSum[]): string {
  const vectors = [0, 1, 2, 3].map((i) => (sums[i] ?? entryAt(sums, 0)).vector);
  return `laneSums(${vectors.join(', ')})`;
}
