/**
 * The value, where the program makes sure that there is one, as in a list that is never empty.
 * @throws TypeError if there is none, which is a fault of the program.
 */
export function defined<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`${what}: expected a value, got none`);
  return value;
}
