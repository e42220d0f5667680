import { expect, it } from 'vitest';
import { pageLink } from '../../src/pages/pageLink.ts';

const folders = ['', 'learn/', 'class/', 'learn/slides/'];

it('leads from every page to every page, under any path', () => {
  for (const root of ['http://localhost/', 'https://school.example/tools/edgewise/']) {
    for (const from of folders) {
      for (const to of folders) {
        const link = pageLink(from, to);
        expect(new URL(link, root + from).href, `${from} → ${to}`).toBe(root + to);
      }
    }
  }
});
