import { checkSamples } from '../../engines/engineChecks.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { SampleSets } from '../protocol/commands.ts';

/** @throws RangeError for sets that this network cannot be trained on. */
export function checkSampleSets(
  { training, evaluation }: SampleSets,
  network: NetworkSpecification,
): void {
  if (training.labels.length === 0) {
    throw new RangeError('training samples: expected at least 1, got none');
  }
  checkSamples({ network }, training, 'training samples');
  checkSamples({ network }, evaluation, 'evaluation samples');
}
