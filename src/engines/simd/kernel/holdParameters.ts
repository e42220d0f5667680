import { Network } from '../generated/records.ts';

/*
 * Frozen and cut parameters: for each five words, its offset in the vector of parameters, and room
 * for its value and its part of the updater's three slots. Whole words are copied, so that every bit
 * stays as it is.
 */
const recordBytes: usize = 20;

/** gradient ← 0 at the held parameters, and keeps these with their state. */
export function keepHeld(network: Network): void {
  const end = <usize>network.held + recordBytes * <usize>network.heldCount;
  for (let record = <usize>network.held; record < end; record += recordBytes) {
    const offset = <usize>load<u32>(record);
    store<f32>(<usize>network.gradient + offset, 0);
    store<u32>(record + 4, load<u32>(<usize>network.parameters + offset));
    let slot = <usize>network.state + offset;
    for (let room = record + 8; room < record + recordBytes; room += 4) {
      store<u32>(room, load<u32>(slot));
      slot += network.parameterBytes;
    }
  }
}

/** Gives the held parameters and their state back what was kept. */
export function restoreHeld(network: Network): void {
  const end = <usize>network.held + recordBytes * <usize>network.heldCount;
  for (let record = <usize>network.held; record < end; record += recordBytes) {
    const offset = <usize>load<u32>(record);
    store<u32>(<usize>network.parameters + offset, load<u32>(record + 4));
    let slot = <usize>network.state + offset;
    for (let room = record + 8; room < record + recordBytes; room += 4) {
      store<u32>(slot, load<u32>(room));
      slot += network.parameterBytes;
    }
  }
}
