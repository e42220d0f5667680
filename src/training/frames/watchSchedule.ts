import type { Picture, Watch } from '../protocol/watches.ts';

/** What the pictures of a run depend on: two equal states give equal pictures. */
export interface ShownState {
  readonly step: number;
  /** Counts how often the run went to other weights than training leads to. */
  readonly jumps: number;
  readonly samplesVersion: number;
}

export function isSameState(a: ShownState, b: ShownState): boolean {
  return a.step === b.step && a.jumps === b.jumps && a.samplesVersion === b.samplesVersion;
}

interface Entry {
  readonly watch: Watch;
  /** Of the last picture; undefined before there is one. */
  shown: { readonly state: ShownState; readonly resolution: number } | undefined;
  /** When the rate allows the next picture, in milliseconds. */
  allowedAt: number;
}

/** Remembers what the page watches and what it was shown, and says which pictures are due. */
export class WatchSchedule {
  #entries: readonly Entry[] = [];

  /** Watches something else from now on; a watch that stays the same keeps what it was shown. */
  replace(watches: readonly Watch[]): void {
    this.#entries = watches.map((watch) => {
      const before = this.#entries.find((entry) => isEqual(entry.watch, watch));
      return before ?? { watch, shown: undefined, allowedAt: -Infinity };
    });
  }

  /** Whether a watch has no picture that it should have at once. */
  isBehind(state: ShownState, resting: boolean): boolean {
    return this.#entries.some(
      (entry) => entry.shown === undefined || (resting && !isShown(entry, state, resting)),
    );
  }

  /** The watches that get a picture in a frame of now. */
  due(state: ShownState, now: number, resting: boolean): readonly Watch[] {
    return this.#entries
      .filter((entry) => {
        if (entry.shown === undefined) return true;
        return !isShown(entry, state, resting) && (resting || now >= entry.allowedAt);
      })
      .map(({ watch }) => watch);
  }

  /** Notes that a picture of that state was sent at that time, in milliseconds. */
  sent(watch: Watch, picture: Picture, state: ShownState, now: number): void {
    const entry = this.#entries.find((each) => each.watch === watch);
    if (!entry) return;
    const interval = 1000 / watch.rate;
    const next = entry.allowedAt + interval;
    entry.allowedAt = next > now ? next : now + interval;
    entry.shown = { state, resolution: 'resolution' in picture ? picture.resolution : 0 };
  }
}

/** Whether the last picture is of this very state, and at rest as fine as asked for. */
function isShown({ watch, shown }: Entry, state: ShownState, resting: boolean): boolean {
  if (shown?.state.step !== state.step || shown.state.jumps !== state.jumps) return false;
  const ofSamples = watch.kind === 'probabilities' || watch.kind === 'activations';
  if (ofSamples && shown.state.samplesVersion !== state.samplesVersion) return false;
  const isFiner = watch.kind === 'field' || watch.kind === 'unit';
  return !resting || !isFiner || shown.resolution === watch.restResolution;
}

/** Of plain data. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Object.is(a, b);
  const [entries, others] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => isEqual(value, others.get(key)))
  );
}
