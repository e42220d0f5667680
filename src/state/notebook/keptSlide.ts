import type { TextStorage } from './ownChanges.ts';

const key = 'edgewise-presented';

/** Where a presentation is. */
export interface KeptSlide {
  /** From 0. */
  readonly slide: number;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
}

/** Where the presentation of the notebook was when the page was loaded again. */
export function readSlide(storage: TextStorage | undefined, name: string): KeptSlide | undefined {
  try {
    const [presented, slide, began] = storage?.getItem(key)?.split(' ') ?? [];
    if (presented !== name) return undefined;
    return { slide: Number(slide) || 0, began: Number(began) || Date.now() };
  } catch {
    return undefined;
  }
}

/** Keeps it; undefined when the presentation has ended. */
export function writeSlide(
  storage: TextStorage | undefined,
  name: string,
  kept: KeptSlide | undefined,
): void {
  try {
    if (kept) storage?.setItem(key, `${name} ${kept.slide} ${kept.began}`);
    else storage?.removeItem(key);
  } catch {
    // Then the page is read, not presented, when it is loaded again.
  }
}
