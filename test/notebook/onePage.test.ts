import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { notebookText, readNotebookIn, writeOnePage } from '../../src/notebook/onePage.ts';

const { window } = new JSDOM();
const parser = new window.DOMParser();

const parts = {
  notebook: '<!doctype html><notebook><script id="1">"</script>" </notebook><!-- \u2028 & \\',
  edgewise: 'const a = "</script><!--<script>";',
  player: 'export {};',
  licences: 'MIT <b>',
};

it('gives back the parts of a page, whatever is in them', () => {
  const page = writeOnePage('a </title> & b', parts);
  const read = parser.parseFromString(page, 'text/html');
  expect(readNotebookIn(read)).toEqual(parts);
  expect(read.title).toBe('a </title> & b');
  expect(read.scripts.length).toBe(2);
  expect(notebookText(page, parser)).toBe(parts.notebook);
});

it.each(['', '<notebook></notebook>', '<script id="edgewise-parts">{</script>'])(
  'takes another text as it is: %s',
  (text) => expect(notebookText(text, parser)).toBe(text),
);
