const decimals = 1e5;

/** A coordinate with 5 decimals, as in our files. */
export function roundCoordinate(coordinate: number): number {
  return Math.round(coordinate * decimals) / decimals + 0; // + 0 turns −0 into 0
}
