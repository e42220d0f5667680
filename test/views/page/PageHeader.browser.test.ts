import { createRawSnippet, mount, unmount } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import type { Page } from '../../../src/pages/pages.ts';
import PageHeader from '../../../src/views/page/PageHeader.svelte';
import '../../../src/views/edgewise.css';

const page = (label: string, folder: string): Page => ({
  ...{ name: label.toLowerCase(), label, folder, startLimit: 0, allows: {} },
});
const pages = [page('Play', ''), page('Learn', 'learn/'), page('Class', 'class/')];

/** A header of that width, with a control. */
function show(folder: string, shown: readonly Page[] | undefined, width: number): HTMLElement {
  const target = document.createElement('div');
  target.className = 'edgewise';
  target.style.width = `${width}px`;
  document.body.append(target);
  const children = createRawSnippet(() => ({
    render: () => '<button class="plain">Help</button>',
  }));
  const header = mount(PageHeader, {
    ...{ target, props: { folder, about: 'what it is about', pages: shown, children } },
  });
  onTestFinished(async () => {
    await unmount(header);
    target.remove();
  });
  return target;
}

it('leads to the pages that there are, and marks the one shown', () => {
  const target = show('learn/', pages, 1000);
  const links = [...target.querySelectorAll('nav a')];
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Play', '../'],
    ['Learn', '../learn/'],
    ['Class', '../class/'],
  ]);
  const marked = links.filter((link) => link.getAttribute('aria-current') === 'page');
  expect(marked.map((link) => link.textContent)).toEqual(['Learn']);
});

it('has no navigation where there is one page', () => {
  expect(show('', pages.slice(0, 1), 1000).querySelector('nav')).toBeNull();
  expect(show('', undefined, 1000).querySelector('h1')?.textContent).toBe('Edgewise');
});

it.each([1000, 600, 390, 320])('keeps everything inside at %d px', (width) => {
  const target = show('', pages, width);
  const right = target.getBoundingClientRect().right;
  for (const element of target.querySelectorAll('h1, a, button')) {
    const box = element.getBoundingClientRect();
    // On a phone the link to the page itself gives way.
    if (width < 400 && element.hasAttribute('aria-current')) continue;
    expect(box.right).toBeLessThanOrEqual(right);
    expect(box.width).toBeGreaterThan(0);
  }
});
