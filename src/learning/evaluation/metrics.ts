import { accuracy } from './accuracy.ts';
import { areaUnderPrecisionRecall } from './areaUnderPrecisionRecall.ts';
import { areaUnderRoc } from './areaUnderRoc.ts';
import { brier } from './brier.ts';
import { f1 } from './f1.ts';
import { falseNegativeRate } from './falseNegativeRate.ts';
import { falsePositiveRate } from './falsePositiveRate.ts';
import { logLoss } from './logLoss.ts';
import { mcc } from './mcc.ts';
import type { Metric } from './metric.ts';
import { precision } from './precision.ts';
import { recall } from './recall.ts';

/** All metrics, in the order in which the screen and the texts show them. */
export const metrics = [
  accuracy,
  precision,
  recall,
  f1,
  mcc,
  falsePositiveRate,
  falseNegativeRate,
  logLoss,
  brier,
  areaUnderRoc,
  areaUnderPrecisionRecall,
] as const satisfies readonly Metric[];

type AnyMetric = (typeof metrics)[number];

export type MetricName = AnyMetric['name'];

/** Names of the metrics that each class has. */
export type ClassMetricName = Extract<AnyMetric, { readonly scope: 'class' }>['name'];
