import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles } from '../../src/cli/dataFiles.ts';
import type { Samples } from '../../src/learning/samples.ts';
import { readBack } from '../support/readBack.ts';

const folder = new URL('../../data/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const readme = read('README.md');

test('npm run data writes the committed files, byte for byte', () => {
  const names = dataFiles().map(({ name }) => name);
  expect([...names, 'README.md'].sort()).toEqual(readdirSync(folder).sort());
  for (const { name, text } of dataFiles()) expect(text === read(name), name).toBe(true);
});

test('the table in data/README.md is true for each file', () => {
  for (const { name } of dataFiles()) {
    const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const stated = rows
      .find((cells) => cells[1] === name)
      ?.slice(2, -1)
      .map(Number);
    expect(stated, name).toEqual(summary(readBack(read(name))));
  }
});

test('the README states how many samples the best line gets wrong', () => {
  const wrong = ['linear-train.csv', 'linear-eval.csv'].map((name) => beyondLine(name));
  const sentence = `misclassifies ${wrong[0]} of the 1000 training samples and ${wrong[1]} of the 200 evaluation samples`;
  expect(readme.replaceAll('\n', ' ')).toContain(sentence);
});

/** A file's row in the README's table; coordinates to 5 decimals. */
function summary({ points, labels }: Samples): number[] {
  const blue = labels.filter((label) => label === 1).length;
  const xs = [...points].filter((_, i) => i % 2 === 0);
  const ys = [...points].filter((_, i) => i % 2 === 1);
  const ranges = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const decimals = ranges.map((value) => Number(value.toFixed(5)));
  return [labels.length, labels.length - blue, blue, ...decimals];
}

function beyondLine(name: string): number {
  const { points, labels } = readBack(read(name));
  return labels.filter((label, i) => {
    const [x = NaN, y = NaN] = points.subarray(2 * i, 2 * i + 2);
    return x + y > 0.8 !== (label === 1);
  }).length;
}
