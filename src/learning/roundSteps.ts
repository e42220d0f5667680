/**
 * All numbers 1, 2 and 5 times a power of ten from `low` to `high`, both included, ascending.
 * Both must be above 0 and finite.
 */
export function roundSteps(low: number, high: number): number[] {
  const steps: number[] = [];
  const last = Math.ceil(Math.log10(high));
  for (let power = Math.floor(Math.log10(low)); power <= last; power++) {
    // Reading a decimal gives the nearest double; 5 * 10 ** power may be off by a bit.
    for (const factor of [1, 2, 5]) steps.push(Number(`${factor}e${power}`));
  }
  return steps.filter((step) => step >= low && step <= high);
}

/** The largest of 1, 2 or 5 times a power of ten that is at most the value, which is above 0. */
export function roundStepAtMost(value: number): number {
  return roundSteps(value / 10, value).at(-1) ?? value;
}

/** The smallest of 1, 2 or 5 times a power of ten that is at least the value, which is above 0. */
export function roundStepAtLeast(value: number): number {
  return roundSteps(value, value * 10)[0] ?? value;
}
