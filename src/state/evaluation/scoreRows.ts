import { metrics } from '../../learning/evaluation/metrics.ts';

const table = metrics.filter(({ shown }) => shown === 'table');

/** The metrics of the score table. */
export const scoreRows = {
  /** Shown large, above the others. */
  first: metrics.filter(({ shown }) => shown === 'first'),
  /** One value for each set. */
  single: table.filter((metric) => metric.scope !== 'class'),
  /** Values of one class or the mean over the classes, as the reader chooses. */
  ofClass: table.filter((metric) => metric.scope === 'class'),
};
