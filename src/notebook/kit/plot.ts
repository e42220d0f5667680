import * as observable from '@observablehq/plot';

/** Observable Plot; its groups of marks have names, which in a page only what has a role may have. */
export const plot = {
  ...observable,
  plot: (options?: observable.PlotOptions) => {
    const figure = observable.plot(options);
    for (const group of figure.querySelectorAll('g[aria-label]'))
      group.setAttribute('role', 'group');
    return figure;
  },
};
