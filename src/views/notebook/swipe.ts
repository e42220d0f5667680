/** Pixels that a finger must go to turn the page, and how much more sideways than up or down. */
const distance = 60;
const flatness = 2;

/** What has a use of its own for a finger that moves sideways. */
const used = 'input, select, textarea, canvas, svg, [role=application], .edgewise .edgewise';

/** Lets a finger on an element turn pages: `turn` gets 1 for a swipe to the left, −1 to the right. */
export function swipe(turn: (by: 1 | -1) => void) {
  return (element: HTMLElement) => {
    let start: { readonly x: number; readonly y: number } | undefined;
    const begin = ({ touches, target }: TouchEvent) => {
      const [touch] = touches;
      const taken = target instanceof Element && target.closest(used) !== null;
      start =
        touch && touches.length === 1 && !taken
          ? { x: touch.clientX, y: touch.clientY }
          : undefined;
    };
    const end = ({ changedTouches: [touch] }: TouchEvent) => {
      if (!start || !touch) return;
      const across = touch.clientX - start.x;
      const along = Math.abs(touch.clientY - start.y);
      if (Math.abs(across) > Math.max(distance, flatness * along)) turn(across < 0 ? 1 : -1);
      start = undefined;
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchend', end, { passive: true });
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchend', end);
    };
  };
}
