import { readClassLink, writeClassLink } from '../../state/class/classLink.ts';
import type { SimulatedRun } from '../../state/class/simulatedRun.svelte.ts';

/** Milliseconds without a change after which the address is written; browsers limit how often. */
const patience = 300;

/** Keeps the settings in the address, and follows one that is typed or gone back to. */
export function followClassAddress(
  run: SimulatedRun,
  tell: (sentences: readonly string[]) => void,
) {
  let known = location.hash;
  const open = () => {
    if (location.hash === known) return;
    known = location.hash;
    const { experiment, problems } = readClassLink(known);
    tell(problems);
    run.open(experiment);
  };
  $effect(() => {
    const text = writeClassLink(run.experiment);
    const write = () => {
      // An address that says the same, or has another part that is faulty, stays as it is.
      if (writeClassLink(readClassLink(location.hash).experiment) === text) return;
      const address = `${location.pathname}${location.search}#${text}`;
      try {
        history.replaceState(history.state, '', address);
        known = location.hash;
      } catch {
        // Browsers refuse it in some frames; the settings count all the same.
      }
    };
    const timer = setTimeout(write, patience);
    return () => clearTimeout(timer);
  });
  addEventListener('hashchange', open);
  return () => removeEventListener('hashchange', open);
}
