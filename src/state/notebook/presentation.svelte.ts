import { slideNumbers } from '../../notebook/slides.ts';
import { speakerNotes } from '../../notebook/speakerNotes.ts';
import type { OpenNotebook } from './openNotebook.svelte.ts';

/** Keys of clickers and keyboards, and how far they go. */
export const strides: Readonly<Partial<Record<string, number>>> = {
  PageDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/** A notebook as slides. */
export class Presentation {
  readonly #notebook: OpenNotebook;
  readonly #numbers: readonly number[] = $derived.by(() =>
    slideNumbers(this.#notebook.cells.map((cell) => cell.current())),
  );
  #on = $state(false);
  #slide = $state(0);
  #blank = $state(false);
  #began = 0;
  /** Whether lines are thicker and marks larger, for a weak projector. */
  large = $state(false);
  /** Whether a spot with a trace follows the finger or the mouse. */
  pointing = $state(false);

  constructor(notebook: OpenNotebook) {
    this.#notebook = notebook;
  }

  get on(): boolean {
    return this.#on;
  }

  /** From 0. */
  get slide(): number {
    return Math.min(this.#slide, this.count - 1);
  }

  get count(): number {
    return (this.#numbers.at(-1) ?? 0) + 1;
  }

  /** Whether the screen is dark, so that all look at the speaker. */
  get blank(): boolean {
    return this.#blank;
  }

  /** When it began, in milliseconds since 1970. */
  get began(): number {
    return this.#began;
  }

  /** What the slide's cells say to the speaker. */
  get notes(): string {
    const cells = this.#notebook.cells.filter((_cell, index) => this.isOn(index, this.slide));
    const notes = cells.map(({ source }) => speakerNotes(source));
    return notes.filter(Boolean).join('\n\n');
  }

  /** Whether the cell of that index is on that slide. */
  isOn(index: number, slide: number): boolean {
    return this.#numbers[index] === slide;
  }

  /** Whether the cell of that index is to be seen. */
  shows(index: number): boolean {
    return !this.#on || this.isOn(index, this.slide);
  }

  begin(slide = 0, now = Date.now()): void {
    this.#on = true;
    this.#slide = slide;
    this.#began = now;
  }

  end(): void {
    this.#on = false;
    this.#blank = false;
    this.pointing = false;
  }

  go(stride: number): void {
    this.#blank = false;
    this.#slide = Math.max(0, Math.min(this.count - 1, this.slide + stride));
  }

  /** Makes the screen black, or shows the slide again. */
  toggleBlank(): void {
    this.#blank = !this.#blank;
  }

  /** Does what a key says; false where it says nothing. */
  key(key: string): boolean {
    if (!this.#on) return false;
    const stride = strides[key];
    if (stride !== undefined) this.go(stride);
    else if (key === 'b' || key === '.') this.toggleBlank();
    else if (key === 'Escape') this.end();
    else return false;
    return true;
  }
}
