/** The smallest that pictures may become, as a share of their usual height, and by how much at a time. */
const least = 0.6;
const stride = 0.08;

/**
 * Makes the pictures of a slide smaller, by `--fit` on what presents it, as far as it would not fit the
 * screen otherwise. They grow again on another slide or screen only, so that text which changes while a
 * network trains does not make them jump. `_slide`: its number; another one starts over.
 */
export function fitSlide(_slide: number): (slide: HTMLElement) => () => void {
  return (slide) => {
    const { style } = slide.closest<HTMLElement>('.presenting') ?? slide;
    let fit = 1;
    let frame = 0;
    const look = () => {
      const fits = document.documentElement.scrollHeight <= innerHeight;
      if (fits || fit <= least) return;
      fit -= stride;
      style.setProperty('--fit', fit.toFixed(2));
      lookLater();
    };
    // Pictures measure themselves and are drawn anew in the frame after.
    const lookLater = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look);
      });
    };
    const startOver = () => {
      fit = 1;
      style.removeProperty('--fit');
      lookLater();
    };
    const growth = new ResizeObserver(lookLater);
    growth.observe(slide);
    addEventListener('resize', startOver);
    startOver();
    return () => {
      growth.disconnect();
      removeEventListener('resize', startOver);
      cancelAnimationFrame(frame);
      style.removeProperty('--fit');
    };
  };
}
