import { mixBits } from './seeds.ts';

const warmUp = 12;

/**
 * order ← the numbers below size, as `epochOrder` of the learning core shuffles them, where the
 * sources are named; seed: its `orderSeed`.
 */
export function shuffle(order: usize, size: u32, seed: u32): void {
  let a = mixBits(seed);
  let b = mixBits(a + 0x9e3779b9);
  let c = mixBits(b + 0x9e3779b9);
  let counter: u32 = 1;
  for (let i: u32 = 0; i < size; i++) store<u32>(order + ((<usize>i) << 2), i);
  for (let last = <i32>size + warmUp - 1; last > 0; last--) {
    const output = a + b + counter;
    counter++;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = rotl<u32>(c, 21) + output;
    if (last >= <i32>size) continue; // the first numbers only warm up

    const uniform = <f64>output / 4294967296;
    const chosen = order + ((<usize>(uniform * <f64>(last + 1))) << 2);
    const other = order + ((<usize>last) << 2);
    const kept = load<u32>(other);
    store<u32>(other, load<u32>(chosen));
    store<u32>(chosen, kept);
  }
}
