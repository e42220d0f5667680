import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { lessonPicture } from '../../src/pictures/lessonPicture.ts';

const folder = join(import.meta.dirname, '../../notebooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));

const { DOMParser } = new JSDOM().window;

function notebook(...cells: readonly string[]): string {
  const scripts = cells.map(
    (cell, i) => `<script id="${i + 1}" type="module">\n${cell}\n</script>`,
  );
  return `<!doctype html>\n<notebook>\n<title>Test</title>\n${scripts.join('\n')}\n</notebook>\n`;
}

const head = 'import {trainer} from "./edgewise.js";';
const line = 'const line = trainer({data: "xor", training: 50, hidden: [], epochs: 3});';
const seeing =
  'const seeing = trainer({data: "xor", training: 50, hidden: [], features: ["xy"], updater: "adam", rate: 0.1, epochs: 60});';

describe.each(names)('the picture of %s', (name) => {
  it('is a small SVG of what its cells make', async () => {
    const picture = await lessonPicture(readFileSync(join(folder, name), 'utf8'));
    const svg = new DOMParser().parseFromString(picture, 'image/svg+xml');
    expect(svg.querySelectorAll('path').length).toBe(9);
    expect(picture).not.toContain('NaN');
    expect(picture.length).toBeLessThan(14_000);
  });
});

it('is of the network that predicts most right, and the same every time', async () => {
  const both = await lessonPicture(notebook(head, line, seeing));
  expect(both).toBe(await lessonPicture(notebook(head, seeing)));
  expect(both).not.toBe(await lessonPicture(notebook(head, line)));
});

it('is empty where no cell makes a network of two classes', async () => {
  const three = 'trainer({data: "arms"});';
  expect(await lessonPicture(notebook(head, '1 + 1'))).toBe('');
  expect(await lessonPicture(notebook(head, three))).toBe('');
});

it('cannot be made of a broken notebook, and says why', async () => {
  await expect(lessonPicture(notebook(head, 'trainer({hiden: [2]});'))).rejects.toThrow(
    'There is no setting "hiden" (did you mean hidden?)',
  );
  await expect(lessonPicture(notebook(head, 'const net = trainer({;'))).rejects.toThrow(
    'Unexpected token',
  );
});
