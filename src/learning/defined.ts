/**
 * Returns a value that the program's logic guarantees, such as the first entry of a list that is
 * never empty.
 * @throws TypeError if it is undefined, which is a fault of the program.
 */
export function defined<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`${what}: expected a value, got none`);
  return value;
}
