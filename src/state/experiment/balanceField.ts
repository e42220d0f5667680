import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { NumberField } from '../../learning/settings/field.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';

/** The balance of a data set's classes, in words that suit their number. */
export function balanceField(dataset: string): NumberField {
  const { balance } = recipeFields;
  if (datasetNamed(dataset).classes === 2) return balance;
  return {
    ...balance,
    label: 'share against red',
    meaning:
      'How frequent each of the other classes is beside red, in hundredths; at 0.5 all classes have as many samples.',
  };
}
