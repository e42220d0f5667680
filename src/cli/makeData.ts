// Writes the sample files of data/ again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFiles } from './dataFiles.ts';

const folder = new URL('../../data/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const { name, text } of dataFiles()) {
  const file = fileURLToPath(new URL(name, folder));
  writeFileSync(file, text);
  console.log(file);
}
