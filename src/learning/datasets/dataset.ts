import type { Random } from '../random.ts';

/** A labelled point of the plane. Only used while samples are made, never per step. */
export interface LabelledPoint {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

/** A recipe for samples. */
export interface Dataset {
  readonly name: string;
  readonly label: string;
  /** One sentence for the learner. */
  readonly description: string;
  readonly source: string;
  readonly classes: number;
  /** Sizes of the article's files. */
  readonly training: number;
  readonly evaluation: number;
  /** Learning rate and epochs of the article's example (or our own choice, for our own sets). */
  readonly rate: number;
  readonly epochs: number;
  /** Draws one sample. */
  draw(random: Random): LabelledPoint;
}
