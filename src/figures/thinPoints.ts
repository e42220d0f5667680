/**
 * Indices of at most `limit` of the points, the first and the last among them, that keep the shape
 * of the line: of each bucket the point that spans the largest triangle with the point chosen
 * before and the middle of the next bucket. Source: Steinarsson, Downsampling Time Series for
 * Visual Representation, 2013 (largest triangle three buckets).
 * @param limit 3 or more.
 */
export function thinPoints(
  xs: readonly number[],
  ys: readonly number[],
  limit: number,
): readonly number[] {
  const last = xs.length - 1;
  if (xs.length <= limit) return xs.map((_, i) => i);
  const width = (last - 1) / (limit - 2);
  const bucketStart = (bucket: number) => Math.min(last, 1 + Math.floor(bucket * width));
  const chosen = [0];
  let before = 0;
  for (let bucket = 0; bucket < limit - 2; bucket++) {
    const start = bucketStart(bucket);
    const end = bucketStart(bucket + 1);
    const nextEnd = Math.max(end + 1, bucketStart(bucket + 2));
    const x = xs[before] ?? NaN;
    const y = ys[before] ?? NaN;
    const dx = mean(xs, end, nextEnd) - x;
    const dy = mean(ys, end, nextEnd) - y;
    let best = start;
    let largest = -1;
    for (let i = start; i < end; i++) {
      const area = Math.abs(((xs[i] ?? NaN) - x) * dy - ((ys[i] ?? NaN) - y) * dx);
      if (area <= largest) continue;
      largest = area;
      best = i;
    }
    chosen.push(best);
    before = best;
  }
  return [...chosen, last];
}

function mean(values: readonly number[], start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i] ?? NaN;
  return sum / (end - start);
}
