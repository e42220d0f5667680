/** Longer texts are no misspelt names; comparing them would take long. */
const longest = 40;

/** The one of the names that was probably meant; undefined when none is similar. */
export function suggestion(given: string, names: readonly string[]): string | undefined {
  if (given.length > longest) return undefined;
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
  for (let i = 0; i < from.length; i++) {
    let [diagonal = 0] = row;
    let left = i + 1;
    const next = [left];
    for (const [j, above] of row.slice(1).entries()) {
      left = Math.min(diagonal + (from[i] === to[j] ? 0 : 1), above + 1, left + 1);
      next.push(left);
      diagonal = above;
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
