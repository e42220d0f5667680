import { expect, it } from 'vitest';
import { pageLink } from '../../src/pages/pageLink.ts';
import { pages, type Page } from '../../src/pages/pages.ts';

const page = (folder: string): Page => ({
  ...{ name: folder, label: folder, folder, startLimit: 0, allows: {} },
});
const folders = ['', 'learn/', 'class/', 'learn/slides/'];

it('leads from every page to every page, under any path', () => {
  for (const root of ['http://localhost/', 'https://school.example/tools/edgewise/']) {
    for (const from of folders) {
      for (const to of folders) {
        const link = pageLink(page(from), page(to));
        expect(new URL(link, root + from).href, `${from} → ${to}`).toBe(root + to);
      }
    }
  }
});

it('has pages with different names and folders that end with a slash', () => {
  expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  expect(new Set(pages.map(({ folder }) => folder)).size).toBe(pages.length);
  for (const { folder } of pages) expect(folder).toMatch(/^(?!\/)(.*\/)?$/);
});
