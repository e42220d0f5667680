/** Of the numbers that single precision reads as this one, that with the fewest digits. */
export function shortSingle(value: number): number {
  // Nine digits always suffice.
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
