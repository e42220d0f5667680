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
  /** The middle of the shape, in data units. */
  readonly centre: Point;
  /** Of the shape: of its ring, its moons, its heart; half the side of a square. In data units. */
  readonly radius: number;
  /** Default noise: the standard deviation of the scatter, as a share of the radius. */
  readonly noise: number;
  /** Default sizes of the two sets; for the article's sets, those of its files. */
  readonly training: number;
  readonly evaluation: number;
  /** Units of each hidden layer of a network that learns it well. */
  readonly hidden: readonly number[];
  /** Learning rate and epochs that suit it; for the article's sets, those of its examples. */
  readonly rate: number;
  readonly epochs: number;
  /** Draws one sample of a class; `scatter` is the standard deviation of the noise, in data units. */
  draw(random: Random, label: number, scatter: number): Point;
}
