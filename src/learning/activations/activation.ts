import type { LayerGraph, LayerName } from '../layerGraph.ts';

/** The function that a unit applies to its weighted sum z; its result is the activation a. */
export interface Activation {
  /** The key in specifications, in the URL and on the command line. */
  readonly name: string;
  readonly label: string;
  /** For the screen, in plain characters: `a = max(0, z)`. */
  readonly formula: string;
  readonly source: string;
  readonly value: (z: number) => number;
  /** da/dz; at a kink, the slope to its left. */
  readonly slope: (z: number, a: number) => number;
  /** What `slope` and `glslSlope` need: `a` alone, or `z` as well. */
  readonly slopeFrom: 'a' | 'z';
  /**
   * GLSL ES 3.00 expression of float `z`, without parentheses around it. It must not overflow
   * where the value is finite. The SIMD kernel is generated from it as well.
   */
  readonly glslValue: string;
  /** The same for the slope: of float `a` (slopeFrom 'a'), or of `z` and `a` (slopeFrom 'z'). */
  readonly glslSlope: string;
  /** In a saved model: the name that tfjs has for it, or the layers that make `a` of `z`. */
  readonly tfjs: string | ((graph: LayerGraph, z: LayerName) => LayerName);
}
