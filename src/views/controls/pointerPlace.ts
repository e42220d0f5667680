/** A place in an element, as shares of its sides: from the left, and from the bottom. */
export interface PointerPlace {
  readonly across: number;
  readonly up: number;
}

/** Where on the screen something is, as pointers and touches tell it. */
interface ScreenPlace {
  readonly clientX: number;
  readonly clientY: number;
}

/** Where a pointer is in an element, by its box as it is on the screen: the page may be scaled. */
export function pointerPlace({ clientX, clientY }: ScreenPlace, element: Element): PointerPlace {
  const { left, bottom, width, height } = element.getBoundingClientRect();
  return { across: (clientX - left) / width, up: (bottom - clientY) / height };
}
