import type { Engine } from '../../learning/engine.ts';
import { negativeLogLikelihood } from '../../learning/negativeLogLikelihood.ts';
import type { Window } from '../../learning/samples.ts';
import { tiledField } from './fieldTiles.ts';
import type { Frame, SampleSets } from '../protocol/messages.ts';
import type { Surroundings } from '../session/surroundings.ts';

/** What to look at. */
export interface Sight {
  readonly samples: SampleSets;
  readonly window: Window;
  readonly resolution: number;
  /** In how many pieces along a side to compute the field. */
  readonly tiles: number;
}

/** A frame without what the session alone knows. */
export interface Picture {
  readonly shown: Omit<Frame, 'stepsPerEpoch' | 'stepsPerSecond'>;
  /** What the field took. */
  readonly fieldMilliseconds: number;
}

/** What the network makes of both sets and of the plane; undefined when a breath said to stop. */
export async function takePicture(
  engine: Engine,
  { samples, window, resolution, tiles }: Sight,
  { breathe, now }: Pick<Surroundings, 'breathe' | 'now'>,
): Promise<Picture | undefined> {
  const progress = engine.progress();
  const training = await engine.probabilities('training');
  if (!(await breathe())) return undefined;
  const evaluation = await engine.probabilities('evaluation');
  if (!(await breathe())) return undefined;
  const begun = now();
  const field = await tiledField(engine, window, { resolution, tiles }, breathe);
  if (field === undefined) return undefined;
  const losses = {
    training: negativeLogLikelihood(training, samples.training.labels),
    evaluation: negativeLogLikelihood(evaluation, samples.evaluation.labels),
  };
  const probabilities = { training, evaluation };
  const shown = { progress, losses, probabilities, field, resolution, window };
  return { shown, fieldMilliseconds: now() - begun };
}
