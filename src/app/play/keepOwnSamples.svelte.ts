import type { Experiment } from '../../state/experiment/experiment.svelte.ts';
import { forgetSamples, keepSamples, keptSamples } from '../../state/experiment/keptSamples.ts';

/**
 * Keeps own samples in the browser, and brings them back where the page is loaded again with the
 * address that it had; another address, a link for example, shows what it says.
 */
export function keepOwnSamples(experiment: Experiment, storage: Storage | undefined): () => void {
  if (!storage) return () => undefined;
  const kept = keptSamples(storage);
  if (kept?.address === location.hash) experiment.samples.use(kept.own);
  return $effect.root(() => {
    $effect(() => {
      const { source } = experiment.settings.experiment;
      if (source.kind !== 'own') {
        // Undone: a reload of this address shows the recipe.
        const forget = setTimeout(() => forgetSamples(storage, location.hash), patience);
        return () => clearTimeout(forget);
      }
      const keep = () => {
        tryTo(() => keepSamples(storage, { own: source, address: location.hash }), experiment);
      };
      keep(); // at once, because the page may crash
      // And with the address that is written for these settings.
      const timer = setTimeout(keep, patience);
      addEventListener('pagehide', keep);
      return () => {
        clearTimeout(timer);
        removeEventListener('pagehide', keep);
      };
    });
  });
}

/** Milliseconds; longer than the address waits. */
const patience = 600;

function tryTo(keep: () => void, { notices }: Experiment): void {
  try {
    keep();
  } catch {
    notices.add(['The browser has no room for these samples: a reload of the page loses them.']);
  }
}
