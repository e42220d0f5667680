import { exp, flush, log } from './vectorMath.ts';

/*
 * The output layer: K planes of rows hold the logits z. The largest of a row is taken off first, so
 * that no exponential overflows.
 */

/** planes ← p = e^z / Σ e^z */
export function softmax(planes: usize, classes: i32, stride: usize): void {
  const end = planes + <usize>classes * stride;
  for (let row: usize = 0; row < stride; row += 16) {
    const largest = largestOf(planes + row, end, stride);
    let sum = f32x4.splat(0);
    for (let plane = planes + row; plane < end; plane += stride) {
      const exponential = exp(f32x4.sub(v128.load(plane), largest));
      v128.store(plane, exponential);
      sum = f32x4.add(sum, exponential);
    }
    const share = f32x4.div(f32x4.splat(1), sum);
    for (let plane = planes + row; plane < end; plane += stride) {
      v128.store(plane, f32x4.mul(v128.load(plane), share));
    }
  }
}

/** planes ← share · (p − [class = label]), flushed; 0 for rows that only fill up. */
export function softmaxErrors(
  planes: usize,
  labels: usize,
  classes: i32,
  rows: u32,
  stride: usize,
  share: f32,
): void {
  softmax(planes, classes, stride);
  const shares = f32x4.splat(share);
  let plane = planes;
  for (let k = 0; k < classes; k++) {
    const thisClass = i32x4.splat(k);
    for (let row: usize = 0; row < stride; row += 16) {
      const isLabel = i32x4.eq(v128.load(labels + row), thisClass);
      const wanted = v128.and(isLabel, f32x4.splat(1));
      const error = f32x4.mul(f32x4.sub(v128.load(plane + row), wanted), shares);
      v128.store(plane + row, flush(error));
    }
    for (let row = (<usize>rows) << 2; row < stride; row += 4) store<f32>(plane + row, 0);
    plane += stride;
  }
}

/** Σ over the rows of ln Σ e^z − z(label) */
export function lossSum(planes: usize, labels: usize, classes: i32, rows: u32, stride: usize): f64 {
  const end = planes + <usize>classes * stride;
  let total: f64 = 0;
  for (let row: usize = 0; row < stride; row += 16) {
    const largest = largestOf(planes + row, end, stride);
    const label = v128.load(labels + row);
    let sum = f32x4.splat(0);
    let actual = f32x4.splat(0);
    let thisClass = i32x4.splat(0);
    for (let plane = planes + row; plane < end; plane += stride) {
      const above = f32x4.sub(v128.load(plane), largest);
      sum = f32x4.add(sum, exp(above));
      actual = v128.bitselect(above, actual, i32x4.eq(label, thisClass));
      thisClass = i32x4.add(thisClass, i32x4.splat(1));
    }
    const losses = f32x4.sub(log(sum), actual);
    const left = <i32>rows - <i32>(row >> 2);
    total += <f64>f32x4.extract_lane(losses, 0);
    if (left > 1) total += <f64>f32x4.extract_lane(losses, 1);
    if (left > 2) total += <f64>f32x4.extract_lane(losses, 2);
    if (left > 3) total += <f64>f32x4.extract_lane(losses, 3);
  }
  return total;
}

function largestOf(first: usize, end: usize, stride: usize): v128 {
  let largest = v128.load(first);
  for (let plane = first + stride; plane < end; plane += stride) {
    largest = f32x4.pmax(largest, v128.load(plane));
  }
  return largest;
}
