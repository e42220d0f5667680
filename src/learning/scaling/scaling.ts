/** How one coordinate is scaled: (value − shift) / size. */
export interface AxisScaling {
  readonly shift: number;
  /** Above 0. */
  readonly size: number;
}

/** What a network learns on instead of x and y. */
export interface Scaling {
  readonly x: AxisScaling;
  readonly y: AxisScaling;
}

/** Leaves coordinates as they are. */
export const unscaled: Scaling = { x: { shift: 0, size: 1 }, y: { shift: 0, size: 1 } };

/** Numbers of one coordinate. */
export interface AxisSummary {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** The standard deviation, of n. */
  readonly deviation: number;
}

/** A way to scale coordinates, fitted on the training set. */
export interface ScalingMethod {
  readonly name: string;
  readonly label: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  fit(summary: AxisSummary): AxisScaling;
}
