import type { Playground } from '../../state/experiment/playground.svelte.ts';
import { readSettings, writeSettings } from '../../state/page/settingsText.ts';

/** Milliseconds without a change after which the address is written; browsers limit how often. */
const patience = 300;

/** Keeps the settings in the address, and follows an address that is typed or gone back to. */
export function followAddress(playground: Playground): () => void {
  const open = () => playground.open(readSettings(location.hash));
  const stopWriting = $effect.root(() => {
    $effect(() => {
      const text = writeSettings(playground.settings);
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
