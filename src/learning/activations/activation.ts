/** The function a unit applies to its weighted sum z; its result is the activation a. */
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
  /** Whether `slope` (and `glslSlope`) can do with `a` alone, or needs `z`. */
  readonly slopeFrom: 'a' | 'z';
  /**
   * GLSL ES 3.00 expression of float `z`, to be returned or put in parentheses. It must not overflow
   * where the value is finite. The SIMD kernel is made from it, too.
   */
  readonly glslValue: string;
  /** Likewise, of float `a` (slopeFrom 'a'), or of `z` and `a` (slopeFrom 'z'). */
  readonly glslSlope: string;
}
