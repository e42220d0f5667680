import type { Point } from '../../../learning/datasets/dataset.ts';
import type { SampleSets } from '../../../training/protocol/commands.ts';
import type { Searched } from '../nearestSample.ts';
import type { Picked } from '../picked.ts';
import type { NewSample } from '../sampleEdits.ts';

/** What is seen of a stroke before it ends, in data units. */
export interface StrokePreview {
  /** Samples that will be there. */
  readonly marks?: readonly NewSample[];
  /** Samples that will be gone or elsewhere. */
  readonly crossed?: readonly Point[];
  /** A line that is drawn around samples. */
  readonly outline?: readonly Point[];
}

/** What a pointer does between down and up. Nothing changes before it ends. */
export interface Stroke {
  /** The pointer has come along these places, since the last frame. */
  extend(places: readonly Point[]): void;
  readonly preview: StrokePreview;
  /** The pointer goes up. */
  end(): void;
}

/** Where a stroke begins, in data units. */
export interface StrokeStart {
  readonly place: Point;
  /** How far a sample may be to be meant. */
  readonly reach: number;
}

/** What a tool may read and do. */
export interface ToolBench {
  /** The class that is chosen. */
  readonly label: number;
  readonly classes: number;
  readonly sets: SampleSets;
  /** The sets that are shown, with their samples. */
  readonly shown: Searched;
  /** What is selected. */
  readonly selected: Picked;
  add(samples: readonly NewSample[]): void;
  erase(which: Picked): void;
  flip(which: Picked): void;
  move(which: Picked, by: Point): void;
  select(which: Picked): void;
}

/** A tool of the bar at the plot. */
export interface Tool {
  readonly name: string;
  readonly label: string;
  /** What a pointer does with it, a sentence to be read aloud. */
  readonly does: string;
  /** The path of its picture, 20 units wide and high. */
  readonly icon: string;
  /** Begins a stroke; a tool without this leaves the pointer to the cross that reads the plot. */
  readonly begin?: (bench: ToolBench, start: StrokeStart) => Stroke;
}
