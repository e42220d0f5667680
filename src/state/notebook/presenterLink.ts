/** What a presentation tells the presenter's window. */
export interface SlideState {
  readonly title: string;
  /** From 0. */
  readonly slide: number;
  readonly count: number;
  readonly blank: boolean;
  /** When the presentation began, in milliseconds since 1970. */
  readonly began: number;
  readonly notes: string;
  /** This slide and the next one as HTML; the next is empty at the end. */
  readonly now: string;
  readonly next: string;
  /** Addresses of the style sheets that the slides need. */
  readonly styles: readonly string[];
}

/** What the presenter's window asks for. */
export type Wish =
  | { readonly kind: 'state' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'go'; readonly by: number };

type Message = { readonly kind: 'slide'; readonly state: SlideState } | Wish;

/** One end of the way between the window that presents and that of the presenter. */
export class PresenterLink {
  readonly #channel: BroadcastChannel;

  /** `name`: of the notebook. `hear` gets the other end's messages of the kinds that it names. */
  constructor(
    name: string,
    hear: { readonly slide?: (state: SlideState) => void; readonly wish?: (wish: Wish) => void },
  ) {
    this.#channel = new BroadcastChannel(`edgewise-presents-${name}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'slide') hear.slide?.(data.state);
      else hear.wish?.(data);
    };
  }

  show(state: SlideState): void {
    this.#channel.postMessage({ kind: 'slide', state } satisfies Message);
  }

  wish(wish: Wish): void {
    this.#channel.postMessage(wish satisfies Message);
  }

  close(): void {
    this.#channel.close();
  }
}
