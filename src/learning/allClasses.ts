/** The numbers of all K classes: 0, 1, …, K − 1. */
export function allClasses(count: number): number[] {
  return Array.from({ length: count }, (_, label) => label);
}
