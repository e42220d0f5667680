import { createRawSnippet } from 'svelte';
import type { Snippet } from 'svelte';

/** What a view is given to show: one element, written in HTML. */
export function content(html: string): Snippet {
  return createRawSnippet(() => ({ render: () => html }));
}

/** What a view shows of something that it names: a paragraph with the name in it. */
export function contentOfName(): Snippet<[string]> {
  return createRawSnippet((name: () => string) => ({
    render: () => '<p></p>',
    setup: (element) => {
      $effect(() => void (element.textContent = `content of ${name()}`));
    },
  }));
}
