/** The name of a layer, which stands for what the layer gives. */
export type LayerName = string;

/** A model that is built from tfjs's own layers; each method adds one and returns its name. */
export interface LayerGraph {
  /** The coordinates of the samples, each a column. */
  readonly x: LayerName;
  readonly y: LayerName;
  /** By an activation that tfjs has under this name. */
  activated(z: LayerName, name: string): LayerName;
  /** z for z > 0, else slope·z. */
  leaky(z: LayerName, slope: number): LayerName;
  /** scale·z + offset. */
  scaled(z: LayerName, scale: number, offset: number): LayerName;
  product(...factors: readonly LayerName[]): LayerName;
  /** sin(z), the one thing that tfjs has no layer for: who loads the model must register it. */
  sine(z: LayerName): LayerName;
}
