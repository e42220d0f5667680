import { getContext, setContext } from 'svelte';

const key = Symbol('first picture');

/** Lets the later parts of this component and of those in it wait for the page's first picture. */
export function deferLaterParts(firstPicture: Promise<void>): void {
  void setContext(key, firstPicture);
}

/** Resolves when the first picture is on the screen; at once where nobody defers. */
export function firstPicture(): Promise<void> {
  return getContext<Promise<void> | undefined>(key) ?? Promise.resolve();
}
