const gap = 6;

/** Baselines of the names of two lines, in pixels, y down. */
export interface LabelHeights {
  readonly first: number;
  readonly second: number;
}

/**
 * Baselines of the names of two lines that end at these heights: each above the end of its line if
 * the ends are far apart, else both above the upper end, or below the lower one where the figure
 * has no room above; they never overlap, and have the order of the lines.
 */
export function lossLabels(first: number, second: number, lineHeight: number): LabelHeights {
  if (first > second) {
    const swapped = lossLabels(second, first, lineHeight);
    return { first: swapped.second, second: swapped.first };
  }
  if (second - first > 2 * lineHeight) return { first: first - gap, second: second - gap };
  const upper = first - gap - lineHeight;
  if (upper >= lineHeight - gap) return { first: upper, second: first - gap };
  return { first: second + lineHeight, second: second + 2 * lineHeight };
}
