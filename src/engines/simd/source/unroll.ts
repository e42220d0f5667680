/** Lines of code, one for each number below `count`, or several. */
export function unroll(count: number, lines: (i: number) => string | readonly string[]): string {
  return Array.from({ length: count }, (_, i) => lines(i))
    .flat()
    .join('\n');
}
