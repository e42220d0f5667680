/** n labelled points of the plane, as a struct of arrays. */
export interface Samples {
  /** n×2, row-major: x0, y0, x1, y1, …; data units. */
  readonly points: Float32Array;
  /** n classes, 0 = red, 1 = blue, up to K − 1. */
  readonly labels: Uint8Array;
}

/** The two roles a set of samples can have. */
export type SetName = 'training' | 'evaluation';

/** The part of the plane that is looked at, in data units. */
export interface Window {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}
