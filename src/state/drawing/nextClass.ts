/** The class that flipping gives: of two the other one, of more the next, after the last the first. */
export function nextClass(label: number, classes: number): number {
  return (label + 1) % classes;
}
