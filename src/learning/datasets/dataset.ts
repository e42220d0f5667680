import type { Random } from '../random.ts';

/** A point of the plane. Used only to make samples, never in a step. */
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
  /** K: `draw` is asked for the labels 0 to K − 1. */
  readonly classes: number;
  /** How labels are drawn: each class equally often, or each sample's class at random. */
  readonly balance: 'even' | 'coin';
  /** Default sizes of the two sets; for the article's sets, those of its files. */
  readonly training: number;
  readonly evaluation: number;
  /** Learning rate and epochs that suit it; for the article's sets, those of its examples. */
  readonly rate: number;
  readonly epochs: number;
  /** Draws one sample of a class. */
  draw(random: Random, label: number): Point;
}
