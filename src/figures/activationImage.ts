import { colourOf } from './colourOf.ts';

/** Pixels to paint what units answer with; see `FieldShades`. */
export interface SignShades {
  /** For −1, …, 0, …, 1: the negative colour, paper, then the positive colour. */
  readonly shades: Uint32Array;
}

const steps = 127;

/** How much of the full colour the largest value shows. */
const strength = 0.85;

export function signShades(paper: string, negative: string, positive: string): SignShades {
  const [from, below, above] = [colourOf(paper), colourOf(negative), colourOf(positive)];
  const bytes = Array.from({ length: 2 * steps + 1 }, (_, index) => {
    const share = (strength * Math.abs(index - steps)) / steps;
    const to = index < steps ? below : above;
    const mix = (a: number, b: number) => a + share * (b - a);
    return [mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b), 255];
  });
  return { shades: new Uint32Array(Uint8ClampedArray.from(bytes.flat()).buffer) };
}

export interface ActivationImageOptions {
  /** resolution² values, row 0 at the bottom. */
  readonly values: Float32Array;
  readonly resolution: number;
  readonly colours: SignShades;
  /** The value of the full colour, > 0; larger ones show it, too. */
  readonly scale: number;
  /** `ImageData.data` of resolution × resolution, to paint into. */
  readonly pixels: Uint8ClampedArray;
}

/** What a unit answers, as pixels, row 0 at the top; what is not a number is left paper. */
export function activationImage(options: ActivationImageOptions): void {
  const { values, resolution, colours, scale, pixels } = options;
  const { shades } = colours;
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, resolution * resolution);
  const factor = steps / scale;
  for (let row = 0; row < resolution; row++) {
    const from = (resolution - 1 - row) * resolution;
    for (let column = 0; column < resolution; column++) {
      const value = (values[from + column] ?? 0) * factor;
      const step = value !== value ? 0 : Math.max(-steps, Math.min(steps, Math.round(value)));
      words[row * resolution + column] = shades[step + steps] ?? 0;
    }
  }
}

/** The largest size among finite values; 0 for none. */
export function largestSize(values: Float32Array): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}
