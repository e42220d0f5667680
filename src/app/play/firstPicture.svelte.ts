import { flushSync } from 'svelte';
import type { Experiment } from '../../state/experiment/experiment.svelte.ts';
import type { PlotField } from '../../state/plot/plotField.svelte.ts';
import { pageClock } from '../../state/run/pageClock.ts';

/** Milliseconds after which the rest of the page does not wait for the picture any more. */
const patience = 10_000;

/**
 * Asks for the first field of an experiment before there is a view of it, so that the worker computes
 * it while the views are made. Resolves when it is on the screen, or will never be: then what the first
 * picture does not need may load.
 */
export async function firstPicture(experiment: Experiment, clock = pageClock): Promise<void> {
  const { field, run } = experiment;
  const stop = $effect.root(() => {
    $effect(() => watch(field));
  });
  flushSync();
  await new Promise<void>((resolve) => {
    const forget = clock.later(resolve, patience);
    void run.shown.then(forget).then(resolve);
  });
  stop();
}

/** What an effect reads is watched. */
function watch({ planes: _planes }: PlotField): void {
  // The worker computes them from now on.
}
