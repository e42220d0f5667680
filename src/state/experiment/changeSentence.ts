import { datasetNamed } from '../../learning/datasets/datasets.ts';
import { featureNamed } from '../../learning/features.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import { maskSentence } from './maskSentence.ts';
import type { ExperimentSettings } from './settings.ts';

/**
 * What a change of the settings has come to, for those who do not see it; empty where the control
 * that was changed says it itself.
 */
export function changeSentence(before: ExperimentSettings, after: ExperimentSettings): string {
  const mask = maskSentence(before.configuration, after.configuration);
  return [sourceWords(before, after), networkWords(before, after), mask].filter(Boolean).join(' ');
}

function sourceWords({ source: before }: ExperimentSettings, { source }: ExperimentSettings) {
  if (source === before) return '';
  if (source.kind === 'own') return `${source.name}: ${sizes(source.samples)}.`;
  const { set, training, evaluation, seed } = source.recipe;
  const counts = `${training} training and ${evaluation} evaluation samples.`;
  if (before.kind === 'own' || before.recipe.set !== set)
    return `${datasetNamed(set).label}: ${counts}`;
  if (before.recipe.seed !== seed) return `New samples: ${counts}`;
  const resized = before.recipe.training !== training || before.recipe.evaluation !== evaluation;
  return resized ? counts : '';
}

function sizes({ training, evaluation }: { training: Sized; evaluation: Sized }): string {
  return `${training.labels.length} training and ${evaluation.labels.length} evaluation samples`;
}

interface Sized {
  readonly labels: ArrayLike<number>;
}

function networkWords(before: ExperimentSettings, after: ExperimentSettings): string {
  const [old, now] = [before.configuration.network, after.configuration.network];
  if (old === now) return '';
  if (old.hidden !== now.hidden) return `${layerWords(now)} New network, ready.`;
  if (old.features !== now.features) {
    const labels = now.features.map((name) => featureNamed(name).label);
    return `Inputs: ${labels.join(', ')}. New network, ready.`;
  }
  return old.seed === now.seed ? 'New network, ready.' : 'New weights, ready.';
}

function layerWords({ hidden }: NetworkSpecification): string {
  if (hidden.length === 0) return 'No hidden layers.';
  const units = hidden.map((layer) => layer.units).join(', ');
  return hidden.length === 1
    ? `1 hidden layer of ${units} units.`
    : `${hidden.length} hidden layers of ${units} units.`;
}
