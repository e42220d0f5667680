import { Persisted } from './persisted.svelte.ts';
import type { ChoiceStorage } from './persisted.svelte.ts';

/** Whether single keys steer the training; some devices type letters by themselves. */
export class Shortcuts {
  readonly #persisted: Persisted<'on' | 'off'>;

  constructor(storage: ChoiceStorage | undefined) {
    const options = { key: 'edgewise-shortcuts', choices: ['on', 'off'], fallback: 'on' } as const;
    this.#persisted = new Persisted<'on' | 'off'>(storage, options);
  }

  get on(): boolean {
    return this.#persisted.choice === 'on';
  }

  set(on: boolean): void {
    this.#persisted.choose(on ? 'on' : 'off');
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
  { keys: 'N, Shift + N in the plot', does: 'to the next, or the last, sample that is wrong' },
  { keys: 'A in the plot', does: 'ask the model about the place of the cross' },
  { keys: 'Ctrl + Z, Ctrl + Shift + Z', does: 'undo, or redo, a change of the settings' },
  {
    keys: 'Page down, Page up, full screen',
    does: 'as a clicker sends them: train or pause; reset',
  },
  { keys: '. in full screen', does: 'black, until the next key' },
  {
    keys: '+ − 0 in the plot',
    does: 'zoom in, out, back to all; also Ctrl + wheel, or two fingers',
  },
  { keys: 'Home, Esc in the plot', does: 'cross to the middle; no cross' },
];
