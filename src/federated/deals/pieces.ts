/** A list cut into as many consecutive pieces, whose lengths differ by one at most. */
export function equalPieces(order: Uint32Array, count: number): Uint32Array[] {
  const end = (piece: number) => Math.round((piece * order.length) / count);
  return Array.from({ length: count }, (_, piece) => order.slice(end(piece), end(piece + 1)));
}

/**
 * As many whole numbers of that sum, in proportion to the weights, each at least `least`.
 * Method: largest remainder, by Hamilton; of equal ones the first. What a number lacks of the least
 * comes from the largest.
 */
export function apportion(total: number, weights: readonly number[], least: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const left = total - counts.reduce((all, count) => all + count, 0);
  const remainder = (i: number) => (exact[i] ?? 0) - (counts[i] ?? 0);
  const order = Array.from(weights.keys()).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const i of order.slice(0, left)) counts[i] = (counts[i] ?? 0) + 1;
  counts.forEach((count, i) => {
    for (let lacking = least - count; lacking > 0; lacking--) {
      const richest = counts.indexOf(Math.max(...counts));
      counts[richest] = (counts[richest] ?? 0) - 1;
      counts[i] = (counts[i] ?? 0) + 1;
    }
  });
  return counts;
}
