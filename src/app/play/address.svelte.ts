import type { Experiment } from '../../state/experiment/experiment.svelte.ts';
import { readSettings, writeSettings } from '../../state/page/address/settingsText.ts';

/** Milliseconds without a change after which the address is written; browsers limit how often. */
const patience = 300;

/** Keeps the settings in the address, and follows an address that is typed or gone back to. */
export function followAddress(experiment: Experiment): () => void {
  const open = () => {
    const { settings, problems } = readSettings(location.hash);
    experiment.open(settings, problems);
  };
  const stopWriting = $effect.root(() => {
    $effect(() => {
      const text = writeSettings(experiment.settings);
      const write = () => writeAddress(text);
      const timer = setTimeout(write, patience);
      addEventListener('pagehide', write);
      return () => {
        clearTimeout(timer);
        removeEventListener('pagehide', write);
      };
    });
  });
  addEventListener('hashchange', open);
  return () => {
    stopWriting();
    removeEventListener('hashchange', open);
  };
}

function writeAddress(text: string): void {
  const address = location.pathname + location.search + (text && `#${text}`);
  history.replaceState(history.state, '', address);
}
