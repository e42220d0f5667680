/** What a pointer event tells that decides whether it draws. */
export interface HandPointer {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly button: number;
  /** Of what touches the screen, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * What a pointer that goes down is for: it draws, moves the view, ends what a finger has drawn since
 * it went down (because two fingers move the view), or nothing.
 */
export type PointerRole = 'draw' | 'view' | 'cancel' | 'nothing';

/** A contact that is wider or higher, in CSS pixels, is the ball of a hand. */
const palm = 80;

const mainButton = 0;

/** Knows which of the pointers on the plot draws. */
export class DrawingHand {
  #penSeen = false;
  #penDown = false;
  readonly #fingers = new Set<number>();

  /** Once a pen has been seen, fingers move the view. */
  get penSeen(): boolean {
    return this.#penSeen;
  }

  get penDown(): boolean {
    return this.#penDown;
  }

  get fingers(): number {
    return this.#fingers.size;
  }

  down({ pointerId, pointerType, button, width, height }: HandPointer): PointerRole {
    if (pointerType === 'pen') {
      this.#penSeen = true;
      this.#penDown = true;
      return 'draw';
    }
    if (pointerType !== 'touch') return button === mainButton ? 'draw' : 'nothing';
    if (this.#penDown || Math.max(width, height) >= palm) return 'nothing';
    this.#fingers.add(pointerId);
    if (this.#penSeen) return 'view';
    if (this.#fingers.size === 1) return 'draw';
    return this.#fingers.size === 2 ? 'cancel' : 'nothing';
  }

  up({ pointerId, pointerType }: Pick<HandPointer, 'pointerId' | 'pointerType'>): void {
    if (pointerType === 'pen') this.#penDown = false;
    this.#fingers.delete(pointerId);
  }
}
