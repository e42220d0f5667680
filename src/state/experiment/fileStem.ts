/** A name for files that tells of this one: `heights 2.csv` becomes `heights-2`. */
export function fileStem(name: string): string {
  return name.replace(/\.\w{1,4}$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
}
