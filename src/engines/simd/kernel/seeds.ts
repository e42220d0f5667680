/* As the functions of the same names in the learning core, where the source is named. */

export function mixBits(value: u32): u32 {
  let bits = value ^ (value >> 16);
  bits *= 0x7feb352d;
  bits ^= bits >> 15;
  bits *= 0x846ca68b;
  return bits ^ (bits >> 16);
}

export function addSeed(combined: u32, seed: u32): u32 {
  return mixBits(combined ^ mixBits(seed + 0x85ebca6b));
}
