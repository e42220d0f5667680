/** Shows something in an element; returns what takes it away. */
export type ShowIn = (element: HTMLElement) => () => void;

/** An element that shows something while it is on a page. */
export class ViewElement extends HTMLElement {
  #show: ShowIn | undefined;
  #clear: (() => void) | undefined;

  /** `show` is called whenever the element comes onto a page. */
  fill(show: ShowIn): this {
    this.#show = show;
    return this;
  }

  connectedCallback(): void {
    this.classList.add('edgewise');
    this.#clear ??= this.#show?.(this);
  }

  disconnectedCallback(): void {
    // One that is moved is back by then.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#clear?.();
      this.#clear = undefined;
    });
  }
}

/** An element of that class, defined under that name when the first one is made. */
export function makeElement<Made extends HTMLElement>(name: string, ofClass: new () => Made): Made {
  if (!customElements.get(name)) customElements.define(name, ofClass);
  return new ofClass();
}
