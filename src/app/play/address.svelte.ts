import type { Experiment } from '../../state/experiment/experiment.svelte.ts';
import {
  type ReadSettings,
  readSettings,
  writeLink,
} from '../../state/page/address/settingsText.ts';

/** With what the page opens where the address says nothing: a boundary that must bend. */
const opening = 'data=moon';

/** The settings of the address, which is given those of the opening where it is empty. */
export function openAddress(): ReadSettings {
  if (location.hash === '') writeAddress(opening);
  // Where no address can be written, it is as if it had been.
  return readSettings(location.hash === '' ? opening : location.hash);
}

/** Milliseconds without a change after which the address is written; browsers limit how often. */
const patience = 300;

/**
 * Keeps the settings in the address, and follows an address that is typed or gone back to. An address
 * with a part that cannot be used stays as it is until a setting is changed, so that it can be mended.
 */
export function followAddress(experiment: Experiment): () => void {
  /** The settings of a faulty address, as they would be written. */
  let faulty: string | undefined;
  /** As it was last written or read; another one was typed, and its event is on its way. */
  let known = location.hash;
  const note = (problems: readonly string[]) => {
    faulty = problems.length > 0 ? addressOf(experiment) : undefined;
  };
  const open = () => {
    known = location.hash;
    const { settings, problems } = readSettings(location.hash);
    experiment.open(settings, problems);
    note(problems);
  };
  note(readSettings(location.hash).problems);
  const stopWriting = $effect.root(() => {
    $effect(() => {
      const text = addressOf(experiment);
      if (text !== faulty) faulty = undefined;
      const write = () => {
        if (text === faulty || location.hash !== known) return;
        writeAddress(text);
        known = location.hash;
      };
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

function addressOf({ settings }: Experiment): string {
  return writeLink(settings);
}

function writeAddress(text: string): void {
  const address = `${location.pathname}${location.search}#${text}`;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Browsers refuse it in some frames, and after many changes; the settings count all the same.
  }
}
