import { describe, expect, it } from 'vitest';
import { combineSeeds, createRandom, mixBits } from '../../src/learning/random.ts';
import { countEach } from './countEach.ts';

const word = (value: bigint) => BigInt.asUintN(32, value);

/** lowbias32 in big integers, where nothing can overflow. */
function lowbias32(value: bigint): bigint {
  let x = word(value);
  x = word((x ^ (x >> 16n)) * 0x7feb352dn);
  x = word((x ^ (x >> 15n)) * 0x846ca68bn);
  return x ^ (x >> 16n);
}

/** sfc32 in big integers, as in PractRand, from the state that a seed gives. */
function* sfc32(seed: number): Generator<number> {
  let a = lowbias32(BigInt(seed));
  let b = lowbias32(a + 0x9e3779b9n);
  let c = lowbias32(b + 0x9e3779b9n);
  let counter = 1n;
  for (;;) {
    const output = word(a + b + counter);
    counter = word(counter + 1n);
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(((c << 21n) | (c >> 11n)) + output);
    yield Number(output);
  }
}

describe('mixBits', () => {
  it('is lowbias32', () => {
    for (const value of [0, 1, 2, 123, 0x7fffffff, 0x80000000, 0xffffffff]) {
      expect(mixBits(value)).toBe(Number(lowbias32(BigInt(value))));
    }
  });

  it('changes half of the bits when one changes: 32 bits of 500 numbers, within 0.01', () => {
    let changed = 0;
    for (let value = 0; value < 500; value++) {
      for (let bit = 0; bit < 32; bit++) {
        changed += ones(mixBits(value) ^ mixBits((value ^ (1 << bit)) >>> 0));
      }
    }
    expect(changed / (500 * 32 * 32)).toBeCloseTo(0.5, 2);
  });
});

describe('combineSeeds', () => {
  it('gives different results for seeds of another value, order or number: 8000 without a repetition', () => {
    const seeds = new Set<number>();
    for (let i = 0; i < 2000; i++) {
      for (const parts of [[i], [i, 0], [0, i + 1], [7, 1, i]]) seeds.add(combineSeeds(...parts));
    }
    expect(seeds.size).toBe(8000);
  });
});

describe('createRandom', () => {
  for (const seed of [0, 123, 4294967295]) {
    it(`is sfc32 from its 13th number on, seed ${seed}`, () => {
      const oracle = sfc32(seed);
      for (let warmUp = 0; warmUp < 12; warmUp++) oracle.next();
      const random = createRandom(seed);
      for (let i = 0; i < 1000; i++) {
        expect(random.uniform() * 2 ** 32).toBe(oracle.next().value);
      }
    });
  }

  it('gives the same for the same seed, and something else for another', () => {
    const numbers = (seed: number) => {
      const random = createRandom(seed);
      return [random.uniform(), random.normal(), random.integer(1000), random.normal()];
    };
    expect(numbers(5)).toEqual(numbers(5));
    expect(numbers(5)).not.toEqual(numbers(6));
  });

  it('keeps two sources apart', () => {
    const one = createRandom(5);
    const other = createRandom(5);
    one.normal();
    expect(one.uniform()).not.toBe(other.uniform());
  });

  // Data files, shared links and rooms depend on these: a change here changes them all.
  it('stays what it is', () => {
    const random = createRandom(123);
    expect([random.uniform(), random.uniform()].map((u) => u * 2 ** 32)).toEqual([
      504242321, 783935195,
    ]);
    expect(random.normal()).toBeCloseTo(-0.4064550725292607, 14); // logarithms differ in the last bit
    expect(random.normal()).toBeCloseTo(-0.3949058082260078, 14);
    expect([random.integer(1000), random.integer(1000)]).toEqual([833, 181]);
  });

  // χ² with 99 degrees of freedom is above 148 once in 1000 times.
  it('is uniform in [0, 1): χ² of 100 000 numbers in 100 cells', () => {
    const random = createRandom(9);
    const cells = Array.from({ length: 100_000 }, () => Math.floor(100 * random.uniform()));
    expect(chiSquare(countEach(cells, 100))).toBeLessThan(148);
  });

  // χ² with 6 degrees of freedom is above 22.5 once in 1000 times.
  it('gives each integer below the limit equally often: χ² of 70 000 numbers below 7', () => {
    const random = createRandom(10);
    const integers = Array.from({ length: 70_000 }, () => random.integer(7));
    expect(chiSquare(countEach(integers, 7))).toBeLessThan(22.5);
  });

  // Standard errors for n = 400 000: √(1/n), √(2/n), √(15/n), √(96/n); four of each are allowed.
  it('has the moments of the normal deviate: 0, 1, 0, 3', () => {
    const random = createRandom(11);
    const n = 400_000;
    const deviates = Float64Array.from({ length: n }, () => random.normal());
    for (const [power, expected, variance] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ] as const) {
      const moment = deviates.reduce((sum, deviate) => sum + deviate ** power, 0) / n;
      expect(Math.abs(moment - expected)).toBeLessThan(4 * Math.sqrt(variance / n));
    }
  });

  it('has the tails of the normal deviate: 4.55 % beyond 2, 0.27 % beyond 3', () => {
    const random = createRandom(12);
    const n = 400_000;
    let beyond2 = 0;
    let beyond3 = 0;
    for (let i = 0; i < n; i++) {
      const size = Math.abs(random.normal());
      if (size > 2) beyond2++;
      if (size > 3) beyond3++;
    }
    expect(Math.abs(beyond2 / n - 0.0455)).toBeLessThan(4 * Math.sqrt(0.0455 / n));
    expect(Math.abs(beyond3 / n - 0.0027)).toBeLessThan(4 * Math.sqrt(0.0027 / n));
  });

  it('gives deviates that do not depend on the one before: correlation within 4/√n', () => {
    const random = createRandom(13);
    const n = 100_000;
    let products = 0;
    let last = random.normal();
    for (let i = 0; i < n; i++) {
      const next = random.normal();
      products += last * next;
      last = next;
    }
    expect(Math.abs(products / n)).toBeLessThan(4 / Math.sqrt(n));
  });
});

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
}

/** Against equal counts. */
function chiSquare(counts: Uint32Array): number {
  const expected = counts.reduce((sum, count) => sum + count) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
