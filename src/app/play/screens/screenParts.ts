import type { Snippet } from 'svelte';
import type { Hideable } from '../../../state/experiment/hideable.ts';

/** What the screens arrange, each in its way. */
export interface ScreenParts {
  /** Whether a link has left it in. */
  readonly has: (part: Hideable) => boolean;
  /** With the sentences that the user must see. The screen may set --plot-height. */
  readonly plot: Snippet;
  /** One question. */
  readonly challenge: Snippet;
  readonly data: Snippet;
  /** The panel of the network; `drawn`: with its drawing. */
  readonly network: Snippet<[drawn: boolean]>;
  readonly updater: Snippet;
  /** `withLoss`: with the panel of the loss in its midst. */
  readonly evaluation: Snippet<[withLoss: boolean]>;
  readonly loss: Snippet;
  /** The engine, and the link for others, where the header has no room for them. */
  readonly foot: Snippet;
  /** Alone, without the panel. */
  readonly drawing: Snippet;
  /** In large figures. */
  readonly accuracies: Snippet;
}
