import type { Attachment } from 'svelte/attachments';

/** Milliseconds until a button that is held acts again, and between the next times. */
const patience = 450;
const slowest = 140;
const fastest = 30;

/** Acts at a press, and again and again, faster and faster, while the pointer is held. */
export function holdToRepeat(act: () => void): Attachment<HTMLElement> {
  return (button) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let repeated = false;
    const stop = () => clearTimeout(timer);
    const again = (wait: number) => {
      repeated = true;
      act();
      timer = setTimeout(() => again(Math.max(fastest, 0.85 * wait)), wait);
    };
    const begin = ({ button: which }: PointerEvent) => {
      stop();
      repeated = false;
      if (which === 0) timer = setTimeout(() => again(slowest), patience);
    };
    // The click at the end of a long press is not one more.
    const click = () => {
      stop();
      if (!repeated) act();
      repeated = false;
    };
    const ends = ['pointerup', 'pointerleave', 'pointercancel', 'blur', 'contextmenu'];
    button.addEventListener('pointerdown', begin);
    button.addEventListener('click', click);
    for (const end of ends) button.addEventListener(end, stop);
    return () => {
      stop();
      button.removeEventListener('pointerdown', begin);
      button.removeEventListener('click', click);
      for (const end of ends) button.removeEventListener(end, stop);
    };
  };
}
