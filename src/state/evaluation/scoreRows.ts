import { accuracy } from '../../learning/evaluation/accuracy.ts';
import { metrics } from '../../learning/evaluation/metrics.ts';

const table = metrics.filter(({ shown }) => shown === 'table');

/** The metrics of the score table. */
export const scoreRows = {
  /** Shown large, above the others. */
  accuracy,
  /** One value for each set. */
  single: table.filter((metric) => metric.scope !== 'class'),
  /** Values of one class or the mean over the classes, as the reader chooses. */
  ofClass: table.filter((metric) => metric.scope === 'class'),
};
