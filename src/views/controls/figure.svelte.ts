import type { Attachment } from 'svelte/attachments';

/** Shows what `make` returns, and again whenever something that `make` reads has changed. */
export function figure(make: () => Element): Attachment<HTMLElement> {
  return (node) => {
    $effect(() => node.replaceChildren(make()));
  };
}
