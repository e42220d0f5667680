import { onTestFinished } from 'vitest';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import type { Picture } from '../../../src/training/protocol/watches.ts';
import type { SessionDouble } from '../../support/sessionDouble.ts';

/** Watches the plot's field, and delivers pictures of it that are the same everywhere. */
export async function watchedFields(
  experiment: Experiment,
  session: SessionDouble,
  probabilities: readonly number[],
): Promise<void> {
  const seen: unknown[] = [];
  onTestFinished(
    $effect.root(() => {
      $effect(() => void seen.push(experiment.field.pictures));
    }),
  );
  await new Promise((resolve) => setTimeout(resolve));
  const fields = session.watches.filter((watch) => watch.kind === 'field');
  const pictures = fields.map((watch, index): [string, Picture] => {
    const values = new Float32Array(4).fill(probabilities[index] ?? NaN);
    return [watch.id, { ...watch, resolution: 2, values }];
  });
  session.frame({ pictures: Object.fromEntries(pictures) });
}
