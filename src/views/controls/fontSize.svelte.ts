import type { Attachment } from 'svelte/attachments';

/**
 * Calls `tell` with the computed font size of the element in CSS pixels, now and whenever it changes.
 * A hidden probe, 1em wide, shows the change: nothing else tells of one.
 */
export function fontSize(tell: (pixels: number) => void): Attachment<HTMLElement> {
  return (node) => {
    const probe = document.createElement('span');
    probe.style.cssText = 'position: absolute; width: 1em; height: 0; visibility: hidden';
    probe.setAttribute('aria-hidden', 'true');
    node.append(probe);
    const measure = () => tell(parseFloat(getComputedStyle(node).fontSize));
    const observer = new ResizeObserver(measure);
    observer.observe(probe);
    measure();
    return () => {
      observer.disconnect();
      probe.remove();
    };
  };
}
