import { expect, it } from 'vitest';
import { pages } from '../../src/pages/pages.ts';

it('has pages with different names and folders, which end with a slash', () => {
  expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  expect(new Set(pages.map(({ folder }) => folder)).size).toBe(pages.length);
  for (const { folder } of pages) expect(folder).toMatch(/^(?!\/)(.*\/)?$/);
});
