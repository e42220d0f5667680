const files = import.meta.glob<string>('../../../data/*.csv', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The address of a file of samples as notebooks name it: `../data/moon-train.csv`; else undefined. */
export function dataFile(name: string): string | undefined {
  return name.startsWith('../data/') ? files[`../../${name}`] : undefined;
}
