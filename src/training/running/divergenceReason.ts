import type { TrainingSpecification } from '../../learning/specification.ts';

/** Why training stopped where the loss is not finite, in plain words with the likely cause. */
export function divergenceReason({ rate }: TrainingSpecification, step: number): string {
  const lower = Number((rate / 10).toPrecision(2));
  return (
    `Training has diverged: by step ${step} the loss is no longer a finite number. ` +
    `The likely cause is that the learning rate of ${rate} is too high here; ` +
    `go back to the last good state and try ${lower}.`
  );
}
