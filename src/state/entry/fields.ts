import { decisionFields } from '../../learning/settings/decisionFields.ts';
import { networkFields } from '../../learning/settings/networkFields.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';
import { stoppingFields } from '../../learning/settings/stoppingFields.ts';
import { trainingFields } from '../../learning/settings/trainingFields.ts';

/** What the screen shows of each setting: label, meaning, range, choices. */
export const fields = {
  recipe: recipeFields,
  network: networkFields,
  training: trainingFields,
  stopping: stoppingFields,
  decision: decisionFields,
} as const;
