import { strideOf } from './takeRows.ts';

/** Rows × units, row by row, from planes of rows, unit by unit. */
export function transpose(planes: usize, units: u32, rows: u32, results: usize): void {
  const stride = strideOf(rows);
  const pitch = (<usize>units) << 2;
  const whole = units & ~3;
  for (let row: u32 = 0; row + 4 <= rows; row += 4) {
    const to = results + <usize>row * pitch;
    const from = planes + ((<usize>row) << 2);
    for (let unit: u32 = 0; unit < whole; unit += 4) {
      transposeFour(from + <usize>unit * stride, stride, to + ((<usize>unit) << 2), pitch);
    }
  }
  copySingly(planes, whole, units, 0, rows & ~3, stride, results, pitch);
  copySingly(planes, 0, units, rows & ~3, rows, stride, results, pitch);
}

function transposeFour(from: usize, stride: usize, to: usize, pitch: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + stride);
  const c = v128.load(from + 2 * stride);
  const d = v128.load(from + 3 * stride);
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
  v128.store(to + pitch, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7));
  v128.store(to + 2 * pitch, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
  v128.store(to + 3 * pitch, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
}

function copySingly(
  planes: usize,
  firstUnit: u32,
  units: u32,
  firstRow: u32,
  rows: u32,
  stride: usize,
  results: usize,
  pitch: usize,
): void {
  for (let unit = firstUnit; unit < units; unit++) {
    for (let row = firstRow; row < rows; row++) {
      const value = load<f32>(planes + <usize>unit * stride + ((<usize>row) << 2));
      store<f32>(results + <usize>row * pitch + ((<usize>unit) << 2), value);
    }
  }
}
