import type { TextStorage } from '../../state/notebook/ownChanges.ts';
import {
  type Progress,
  readProgress,
  saysDone,
  writeProgress,
} from '../../state/notebook/progress.ts';

/** Milliseconds after a scroll or a new picture in which no other came. */
const rest = 300;

/** Milliseconds in which what is above the place may still grow. */
const settling = 4000;

/** Where the reader is in a notebook, and which goals it has said are reached; kept in the browser. */
export class ReadingPlace {
  readonly #storage: TextStorage | undefined;
  readonly #name: string;
  readonly #isRead: () => boolean;
  #progress: Progress;

  /** `isRead`: whether the reader sees the cells one below the other. */
  constructor(storage: TextStorage | undefined, name: string, isRead: () => boolean) {
    this.#isRead = isRead;
    this.#storage = storage;
    this.#name = name;
    this.#progress = readProgress(storage, name);
  }

  /** Goes to the place, and follows the reader in the cells below `root` until the answer is called. */
  follow(root: HTMLElement): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    let timer = 0;
    let scrolled = false;
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        this.#note(root, scrolled);
        scrolled = false;
      }, rest);
    };
    const scroll = () => {
      scrolled = true;
      later();
    };
    const changes = new MutationObserver(later);
    changes.observe(root, { childList: true, subtree: true });
    addEventListener('scroll', scroll, { signal, passive: true });
    this.#return(root, signal);
    return () => {
      stop.abort();
      changes.disconnect();
      clearTimeout(timer);
    };
  }

  /** Stays at the place while what is above it grows, until the reader moves. */
  #return(root: HTMLElement, signal: AbortSignal): void {
    const { cell } = this.#progress;
    if (cell === undefined) {
      scrollTo(0, 0);
      return;
    }
    const go = () => root.querySelector(`[data-cell="${cell}"]`)?.scrollIntoView();
    const growth = new ResizeObserver(go);
    const end = () => growth.disconnect();
    growth.observe(root);
    const timer = setTimeout(end, settling);
    signal.addEventListener('abort', () => {
      end();
      clearTimeout(timer);
    });
    for (const act of ['wheel', 'pointerdown', 'keydown'])
      addEventListener(act, end, { signal, once: true, passive: true });
  }

  /** `scrolled`: a new place; the top of the page after a presentation is none. */
  #note(root: HTMLElement, scrolled: boolean): void {
    const cells = Array.from(root.querySelectorAll<HTMLElement>('[data-cell]'));
    const idOf = ({ dataset }: HTMLElement) => Number(dataset.cell);
    const done = cells.filter((cell) => saysDone(cell)).map(idOf);
    const top = cells.find((cell) => cell.getBoundingClientRect().bottom > innerHeight / 8);
    const atTop = scrollY < innerHeight / 8;
    this.#progress = {
      ...(scrolled && this.#isRead() ? top && !atTop && { cell: idOf(top) } : this.#progress),
      goals: [...new Set([...this.#progress.goals, ...done])],
    };
    writeProgress(this.#storage, this.#name, this.#progress);
  }
}
