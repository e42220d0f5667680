import { trainingFields } from '../../learning/settings/trainingFields.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';

/** What a learner may do, given a lower rate: a clause. */
export type Advice = (lowerRate: number) => string;

const goBack: Advice = (lowerRate) => `go back to the last good state and try ${lowerRate}`;

/**
 * Why training stopped at a loss that is not finite, with the likely cause: full sentences. A rate
 * that is advised is in the range of rates.
 */
export function divergenceReason(
  { rate }: TrainingSpecification,
  step: number,
  advice = goBack,
): string {
  const diverged = `Training has diverged: by step ${step} the loss is no longer a finite number.`;
  const { min } = trainingFields.rate;
  if (rate <= min) {
    return (
      `${diverged} The learning rate of ${rate} is as low as it can be; ` +
      'the likely cause is that the coordinates of the samples are far from 0 to 1.'
    );
  }
  const lowerRate = Math.max(min, Number((rate / 10).toPrecision(2)));
  return (
    `${diverged} The likely cause is that the learning rate of ${rate} is too high here; ` +
    `${advice(lowerRate)}.`
  );
}
