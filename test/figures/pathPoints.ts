/** The subpaths of a path of absolute M and L commands, as points. */
export function subpaths(path: string): { x: number; y: number }[][] {
  return path
    .split('M')
    .slice(1)
    .map((part) =>
      part.split('L').map((pair) => {
        const [x = NaN, y = NaN] = pair.split(',').map(Number);
        return { x, y };
      }),
    );
}

/** All their points. */
export function pathPoints(path: string) {
  return subpaths(path).flat();
}
