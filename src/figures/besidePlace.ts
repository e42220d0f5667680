/** A box, and the place beside which it is to be; pixels of the square that holds both. */
export interface BesideOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Side of the square. */
  readonly side: number;
  /** Between place and box. */
  readonly gap: number;
}

/**
 * Left and top of the box: above the place, or below it where there is no room; within the square, and
 * not over the place as long as it fits above or below.
 */
export function besidePlace({ x, y, width, height, side, gap }: BesideOptions) {
  const above = y - gap - height;
  const top = above >= 0 ? above : y + gap;
  return { left: within(x - width / 2, side - width), top: within(top, side - height) };
}

function within(value: number, largest: number): number {
  return Math.max(0, Math.min(largest, value));
}
