import type { Deal } from './deal.ts';

export const region: Deal = {
  name: 'region',
  label: 'by region',
  meaning: 'Each client has as many samples, all from one rectangle of the plane.',
  deal: ({ samples: { points, labels }, clients }) =>
    cut(Uint32Array.from(labels.keys()), points, clients),
};

/**
 * Halves the clients, and the samples with them across the longer side of their rectangle, until
 * each client has its own, as a k-d tree does (Bentley 1975).
 */
function cut(indices: Uint32Array, points: Float32Array, clients: number): Uint32Array[] {
  if (clients === 1) return [indices];
  const at = (index: number, axis: number) => points[2 * index + axis] ?? 0;
  const axis = extent(indices, points, 0) >= extent(indices, points, 1) ? 0 : 1;
  const ordered = indices.slice().sort((a, b) => at(a, axis) - at(b, axis) || a - b);
  const first = clients >> 1;
  const end = Math.round((ordered.length * first) / clients);
  return [
    ...cut(ordered.subarray(0, end), points, first),
    ...cut(ordered.subarray(end), points, clients - first),
  ];
}

function extent(indices: Uint32Array, points: Float32Array, axis: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const index of indices) {
    const value = points[2 * index + axis] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}
