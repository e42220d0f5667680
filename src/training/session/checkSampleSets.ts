import type { Samples } from '../../learning/samples.ts';
import type { SampleSets } from '../protocol/commands.ts';

/** @throws RangeError for sets that a network with that many classes cannot be trained on. */
export function checkSampleSets({ training, evaluation }: SampleSets, classes: number): void {
  if (training.labels.length === 0) {
    throw new RangeError('training samples: expected at least 1, got none');
  }
  checkSet('training samples', training, classes);
  checkSet('evaluation samples', evaluation, classes);
}

function checkSet(name: string, { points, labels }: Samples, classes: number): void {
  if (points.length !== 2 * labels.length) {
    throw new RangeError(
      `${name}: expected two coordinates for each of ${labels.length} labels, ` +
        `got ${points.length} coordinates`,
    );
  }
  const wrong = labels.find((label) => label >= classes);
  if (wrong === undefined) return;
  throw new RangeError(`${name}: expected labels from 0 to ${classes - 1}, got ${wrong}`);
}
