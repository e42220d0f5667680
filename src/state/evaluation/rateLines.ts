import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import { precisionRecallCurve } from '../../learning/evaluation/precisionRecallCurve.ts';
import { rocCurve } from '../../learning/evaluation/rocCurve.ts';
import type { Evaluations } from './evaluationWords.ts';

/** Which two rates are shown against each other. */
export type RateKind = 'roc' | 'precisionRecall';

/** One set's rates over all thresholds, and at the threshold that is used. */
interface Rates {
  readonly across: Float64Array;
  readonly up: Float64Array;
  readonly now: { readonly across: number; readonly up: number };
}

/** The rates of both sets, where they are known, and the words around them. */
export interface RateChartContent {
  readonly across: string;
  readonly up: string;
  readonly stepped: boolean;
  readonly lines: readonly (Rates & { readonly name: string })[];
  /** What a model without any knowledge would give: the diagonal, or a level from 0 to 1. */
  readonly chance: 'diagonal' | number;
  /** `area 0.973 (training), 0.951 (evaluation)`; empty where there is no area. */
  readonly caption: string;
}

/** What a chart of that kind shows of these sets. */
export function rateLines(kind: RateKind, sets: Evaluations): RateChartContent {
  const known = (['training', 'evaluation'] as const).flatMap((name) => {
    const evaluation = sets[name];
    return evaluation && evaluation.samples > 0 ? [{ name, evaluation }] : [];
  });
  const { metric, line, ...words } = kinds[kind];
  const areas = known
    .map(({ name, evaluation }) => ({ name, area: evaluation.value(metric) }))
    .filter(({ area }) => Number.isFinite(area))
    .map(({ name, area }) => `${area.toFixed(3)} (${name})`);
  return {
    ...words,
    lines: known.map(({ name, evaluation }) => ({ name, ...line(evaluation) })),
    chance: kind === 'roc' ? 'diagonal' : shareOfPositives(known.at(-1)?.evaluation),
    caption: areas.length > 0 ? `area ${areas.join(', ')}` : '',
  };
}

const kinds = {
  roc: {
    metric: 'areaUnderRoc',
    across: 'false positive rate',
    up: 'true positive rate',
    stepped: false,
    line: (evaluation: Evaluation): Rates => {
      const { falsePositiveRates, truePositiveRates } = rocCurve(evaluation);
      const now = {
        across: evaluation.value('falsePositiveRate'),
        up: evaluation.value('recall'),
      };
      return { across: falsePositiveRates, up: truePositiveRates, now };
    },
  },
  precisionRecall: {
    metric: 'areaUnderPrecisionRecall',
    across: 'recall',
    up: 'precision',
    stepped: true,
    line: (evaluation: Evaluation): Rates => {
      const { recalls, precisions } = precisionRecallCurve(evaluation);
      const now = { across: evaluation.value('recall'), up: evaluation.value('precision') };
      return { across: recalls, up: precisions, now };
    },
  },
} as const;

/** What precision a guess without looking has. */
function shareOfPositives(evaluation: Evaluation | undefined): number {
  if (!evaluation) return 0;
  return (evaluation.actual[evaluation.positiveClass] ?? 0) / evaluation.samples;
}
