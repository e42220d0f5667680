/** Lets signals in. */
export function lookAround(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
