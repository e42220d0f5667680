import * as observable from '@observablehq/inputs';
import '@observablehq/inputs/dist/index.css';

/** Observable Inputs, with their style sheet, and a name for the slider beside the number of a range. */
export const inputs = {
  ...observable,
  range: (...options: unknown[]): HTMLElement => {
    const form = observable.range(...options);
    const name = form.querySelector('label')?.textContent;
    if (name) form.querySelector('[type=range]')?.setAttribute('aria-label', name);
    return form;
  },
};
