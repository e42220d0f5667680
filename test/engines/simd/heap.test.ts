import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { Heap } from '../../../src/engines/simd/heap.ts';

const pageBytes = 65536;
const newMemory = () => new WebAssembly.Memory({ initial: 1, maximum: 64 });

describe('the heap', () => {
  test('begins after what is in the memory already', () => {
    expect(new Heap(newMemory()).allocate(8)).toBe(pageBytes);
  });

  test('never gives the address 0', () => {
    expect(new Heap(new WebAssembly.Memory({ initial: 0 })).allocate(8)).toBe(16);
  });

  test('allocates the same place again once it is free', () => {
    const heap = new Heap(newMemory());
    const address = heap.allocate(100);
    heap.allocate(100);
    heap.release(address);
    expect(heap.allocate(90)).toBe(address);
  });

  test('joins free neighbours, in whatever order they become free', () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [0, 2, 1],
      [1, 0, 2],
    ]) {
      const memory = newMemory();
      const heap = new Heap(memory);
      const pieces = [0, 1, 2].map(() => heap.allocate(20000));
      heap.allocate(16);
      for (const i of order) heap.release(entryAt(pieces, i));
      expect(heap.allocate(60000)).toBe(pieces[0]);
      expect(memory.buffer.byteLength).toBe(2 * pageBytes);
    }
  });

  test('ignores the address 0, and refuses one that it did not allocate', () => {
    const heap = new Heap(newMemory());
    const address = heap.allocate(16);
    heap.release(0);
    heap.release(address);
    expect(() => heap.release(address)).toThrow(`expected an address in use, got ${address}`);
  });

  test('throws when the memory cannot grow, and stays usable', () => {
    const heap = new Heap(newMemory());
    expect(() => heap.allocate(64 * pageBytes)).toThrow(/^memory: expected room/);
    expect(heap.allocate(16)).toBe(pageBytes);
  });

  test('never allocates a byte twice, and frees every byte', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat(7)), (wanted, dice) => {
        const memory = newMemory();
        const heap = new Heap(memory);
        const held: { address: number; bytes: number }[] = [];
        for (const bytes of wanted) {
          if (held.length > 0 && dice.next().value < 3) {
            const gone = held.splice(dice.next().value % held.length, 1);
            for (const { address } of gone) heap.release(address);
          }
          held.push({ address: heap.allocate(bytes), bytes });
          expectApart(held);
        }
        for (const { address } of held) heap.release(address);
        expect(heap.usedBytes).toBe(0);
        const whole = memory.buffer.byteLength - pageBytes;
        expect(heap.allocate(whole)).toBe(pageBytes);
      }),
    );
  });
});

function expectApart(pieces: readonly { address: number; bytes: number }[]): void {
  const sorted = pieces.toSorted((a, b) => a.address - b.address);
  sorted.forEach(({ address, bytes }, i) => {
    expect(address % 16).toBe(0);
    const next = sorted.at(i + 1);
    if (next) expect(address + bytes).toBeLessThanOrEqual(next.address);
  });
}
