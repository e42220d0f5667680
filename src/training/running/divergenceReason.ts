import type { TrainingSpecification } from '../../learning/specification.ts';

/** What a learner may do, given a lower rate: a clause. */
export type Advice = (lowerRate: number) => string;

const goBack: Advice = (lowerRate) => `go back to the last good state and try ${lowerRate}`;

/** Why training stopped at a loss that is not finite, with the likely cause: full sentences. */
export function divergenceReason(
  { rate }: TrainingSpecification,
  step: number,
  advice = goBack,
): string {
  const lowerRate = Number((rate / 10).toPrecision(2));
  return (
    `Training has diverged: by step ${step} the loss is no longer a finite number. ` +
    `The likely cause is that the learning rate of ${rate} is too high here; ` +
    `${advice(lowerRate)}.`
  );
}
