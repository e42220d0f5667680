import type { SetName } from '../../learning/samples.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';

/** How samples are divided; of the settings it changes the sizes of both sets. */
export const evaluationShare = {
  label: 'for evaluation',
  meaning:
    'The share of all samples that test the network; the others are the training set. Their number stays.',
  min: 0,
  max: 0.9,
} as const;

type Sizes = Readonly<Record<SetName, number>>;

/** The share of the evaluation set, 0 to 1, to three decimals. */
export function shareOf({ training, evaluation }: Sizes): number {
  return Math.round((1000 * evaluation) / Math.max(1, training + evaluation)) / 1000;
}

/** As many samples, of which the evaluation set has this share, as far as the sizes are allowed. */
export function divided({ training, evaluation }: Sizes, share: number): Sizes {
  const total = training + evaluation;
  const most = Math.min(total - recipeFields.training.min, recipeFields.evaluation.max);
  const least = Math.max(0, total - recipeFields.training.max);
  const size = Math.max(least, Math.min(most, Math.round(share * total)));
  return { training: total - size, evaluation: size };
}
