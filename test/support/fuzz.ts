import fc from 'fast-check';
import { it } from 'vitest';

const runs = 1000;

/** Draws another 1,000 inputs: `FUZZ_SEED=7 npx vitest run --project unit test/fuzz`. */
const otherSeed = process.env.FUZZ_SEED;

/** The inputs of a fuzz test. */
interface FuzzInputs<Input> {
  readonly seed: number;
  readonly inputs: fc.Arbitrary<Input>;
}

/**
 * Declares a test that its claim holds for 1,000 inputs of the seed. An input that breaks it is shown
 * in its smallest form, and becomes a test that has a name.
 */
export function fuzz<Input>(
  claim: string,
  { seed: usual, inputs }: FuzzInputs<Input>,
  check: (input: Input) => void | Promise<void>,
): void {
  const seed = otherSeed === undefined ? usual : Number(otherSeed);
  it(`${claim} (seed ${seed})`, () =>
    fc.assert(
      fc.asyncProperty(inputs, async (input) => check(input)),
      { seed, numRuns: runs },
    ));
}
