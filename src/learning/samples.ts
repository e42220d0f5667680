/** n labelled points of the plane, as a struct of arrays. */
export interface Samples {
  /** n×2, row-major: x0, y0, x1, y1, …; data units. */
  readonly points: Float32Array;
  /** n classes from 0 to K − 1; see the table of classes for their names. */
  readonly labels: Uint8Array;
}

/** The two sets of samples. */
export type SetName = 'training' | 'evaluation';

/** A rectangle of the plane, in data units. */
export interface Window {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}
