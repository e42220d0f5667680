import type { Storage } from './theme.svelte.ts';

const key = 'edgewise-shortcuts';

/** Whether single keys steer the training; some devices type letters by themselves. */
export class Shortcuts {
  #on = $state(true);
  readonly #storage: Storage | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
    this.#on = storage?.getItem(key) !== 'off';
  }

  get on(): boolean {
    return this.#on;
  }

  set(on: boolean): void {
    this.#on = on;
    this.#storage?.setItem(key, on ? 'on' : 'off');
  }
}

/** For the help sheet. */
export const shortcutList: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Space', does: 'train, or pause' },
  { keys: '→', does: 'one step: one update from one mini-batch' },
  { keys: 'E', does: 'one epoch: to the end of this pass through the samples' },
  { keys: 'R', does: 'reset: the same weights as at the start' },
  { keys: '?', does: 'this sheet' },
  { keys: '← → ↑ ↓ in the plot', does: 'move the cross that reads the field; with Shift, faster' },
  { keys: '← → in the loss chart', does: 'move along the curves' },
  { keys: 'Home, Esc in the plot', does: 'cross to the middle; no cross' },
];
