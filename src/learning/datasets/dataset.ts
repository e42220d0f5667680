import type { Random } from '../random.ts';

/** A point of the plane. Only used while samples are made, never per step. */
export interface Point {
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
  /** How labels are dealt: each class equally often, or by a fair coin for each sample. */
  readonly balance: 'even' | 'coin';
  /** Sizes of the article's files. */
  readonly training: number;
  readonly evaluation: number;
  /** Learning rate and epochs of the article's example (or our own choice, for our own sets). */
  readonly rate: number;
  readonly epochs: number;
  /** Draws one sample of that class. */
  draw(random: Random, label: number): Point;
}
