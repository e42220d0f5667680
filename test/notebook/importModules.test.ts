import { expect, it } from 'vitest';
import { importFrom } from '../../src/notebook/importModules.ts';

const table = {
  packages: {
    d3: () => Promise.resolve({ name: 'd3' }),
    '@observablehq/plot': () => Promise.resolve({ name: 'plot' }),
  },
  files: { 'edgewise.js': () => Promise.resolve({ name: 'edgewise' }) },
};

it.each([
  ['https://cdn.jsdelivr.net/npm/d3/+esm', 'd3'],
  ['https://cdn.jsdelivr.net/npm/d3@7/+esm', 'd3'],
  ['https://cdn.jsdelivr.net/npm/@observablehq/plot@0.6/+esm', 'plot'],
  ['./edgewise.js', 'edgewise'],
])('loads %s from the table', async (specifier, name) => {
  expect(await importFrom(table, specifier)).toEqual({ name });
});

it.each([
  [
    'https://cdn.jsdelivr.net/npm/lodash/+esm',
    '"npm:lodash" cannot be imported here; there are npm:d3, npm:@observablehq/plot',
  ],
  [
    'https://cdn.jsdelivr.net/npm/toString/+esm',
    '"npm:toString" cannot be imported here; there are npm:d3, npm:@observablehq/plot',
  ],
  ['./other.js', '"./other.js" cannot be imported here; there are ./edgewise.js'],
  [
    'https://example.com/a.js',
    '"https://example.com/a.js" cannot be imported here, where nothing comes from elsewhere',
  ],
  ['../up.js', '"../up.js" cannot be imported here, where nothing comes from elsewhere'],
])('refuses %s with a sentence', async (specifier, sentence) => {
  await expect(importFrom(table, specifier)).rejects.toThrow(sentence);
});
