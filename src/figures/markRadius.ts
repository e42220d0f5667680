/** Side in pixels of the square for which the sizes below are meant. */
const usualSide = 480;

/** Radius in pixels of that many samples' marks: few can be seen, and many do not cover the field. */
export function markRadius(samples: number, side: number): number {
  const usual = Math.min(6, Math.max(2, 40 / Math.sqrt(Math.max(1, samples)) + 1.5));
  return Math.max(1.6, (usual * side) / usualSide);
}

/** Radius in pixels of the ring around such a mark. */
export function ringRadius(samples: number, side: number): number {
  return markRadius(samples, side) + Math.max(2.4, side / 170);
}
