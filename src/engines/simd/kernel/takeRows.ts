import { Network } from '../generated/records.ts';

/**
 * Copies samples into the working space, feature by feature: samples order[first],
 * order[first + 1], …, or the rows from `first` on where there is no order. Rows that fill up the
 * last vector repeat its last sample, so that they cannot add an infinity.
 */
export function takeRows(
  network: Network,
  space: usize,
  samples: usize,
  order: usize,
  first: u32,
  rows: u32,
): void {
  const features = network.features;
  const stride = strideOf(rows);
  for (let row: u32 = 0, all: u32 = <u32>(stride >> 2); row < all; row++) {
    const place = first + min(row, rows - 1);
    const sample = order ? load<u32>(order + ((<usize>place) << 2)) : place;
    let from = samples + ((<usize>sample * features) << 2);
    let to = space + network.rowInputs + ((<usize>row) << 2);
    for (let feature = 0; feature < features; feature++) {
      store<f32>(to, load<f32>(from));
      from += 4;
      to += stride;
    }
  }
}

/** The labels of these samples, as words. */
export function takeLabels(
  network: Network,
  space: usize,
  labels: usize,
  order: usize,
  first: u32,
  rows: u32,
): void {
  let to = space + network.rowLabels;
  for (let row: u32 = 0, all: u32 = <u32>(strideOf(rows) >> 2); row < all; row++) {
    const place = first + min(row, rows - 1);
    const sample = order ? load<u32>(order + ((<usize>place) << 2)) : place;
    store<u32>(to, load<u8>(labels + sample));
    to += 4;
  }
}

/** Bytes from one unit's rows to the next unit's: the rows, padded to whole vectors. */
export function strideOf(rows: u32): usize {
  return (<usize>((rows + 3) & ~3)) << 2;
}
