import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  let stop: (() => void) | undefined;
  // A query asks for one ratio; the next ratio needs another query.
  const follow = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const change = () => {
      stop?.();
      follow();
      update();
    };
    query.addEventListener('change', change);
    stop = () => query.removeEventListener('change', change);
  };
  follow();
  return () => stop?.();
});

/**
 * Device pixels of a CSS pixel; an effect that reads it runs again when the window moves to another
 * screen or the page is enlarged.
 */
export function pixelRatio(): number {
  subscribe();
  return devicePixelRatio;
}
