/** The name that was probably meant, out of those there are; undefined when none comes near. */
export function suggestion(given: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = given.length <= 3 ? 2 : 3;
  for (const name of names) {
    const distance = editDistance(given, name);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest ?? names.find((name) => given.length >= 2 && name.startsWith(given));
}

/**
 * Insertions, deletions and replacements that turn one word into the other.
 * Source: Wagner and Fischer, The String-to-String Correction Problem, 1974.
 */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, row[j] + 1, next[j - 1] + 1);
    }
    row = next;
  }
  return row[to.length];
}
