import { type Colour, colourOf } from './colourOf.ts';
import type { FieldColours } from './colours.ts';

/** How much of the full colour a field shows where the network is sure. */
const strength = 0.42;

const shadeCount = 256;

/**
 * Pixels to paint fields with. Each is the four bytes red, green, blue, alpha, as one little-endian
 * integer.
 */
export interface FieldShades {
  /**
   * For the probabilities 0, 1/255, …, 1 of class 1 of two: class 0, then paper at ½, then class 1.
   */
  readonly ofTwo: Uint32Array;
  /** Per class, for the leads 0, 1/255, …, 1 over the next likely class: paper, then the class. */
  readonly ofMany: readonly Uint32Array[];
}

export function fieldShades(colours: FieldColours): FieldShades {
  const paper = colourOf(colours.paper);
  const classes = colours.classes.map((colour) => colourOf(colour));
  const [first = paper, second = paper] = classes;
  const share = (shade: number) => shade / (shadeCount - 1);
  const ofClass = (colour: Colour) => (shade: number) => mixed(paper, colour, share(shade));
  return {
    ofTwo: shadesOf((shade) => {
      const lead = 2 * share(shade) - 1; // p − (1 − p)
      return mixed(paper, lead < 0 ? first : second, Math.abs(lead));
    }),
    ofMany: classes.map((colour) => shadesOf(ofClass(colour))),
  };
}

function shadesOf(colourOf: (shade: number) => number[]): Uint32Array {
  const bytes = Array.from({ length: shadeCount }, (_, shade) => colourOf(shade));
  return new Uint32Array(Uint8ClampedArray.from(bytes.flat()).buffer);
}

/** Red, green, blue and alpha of paper with a share of a colour. */
function mixed(paper: Colour, { r, g, b }: Colour, lead: number): number[] {
  const share = strength * lead;
  const mix = (from: number, to: number) => from + share * (to - from);
  return [mix(paper.r, r), mix(paper.g, g), mix(paper.b, b), 255];
}

/** A field, and the image that it is painted into. */
export interface FieldImageOptions {
  /**
   * Planes of resolution² probabilities, row 0 at the bottom: of two classes that of class 1, of
   * more a plane for each class, class after class.
   */
  readonly field: Float32Array;
  readonly resolution: number;
  readonly shades: FieldShades;
  /** `ImageData.data` to paint into, 4·resolution² bytes; a new one where none is given. */
  readonly pixels?: Uint8ClampedArray;
}

/**
 * A field as the pixels of an image of resolution × resolution, row 0 at the top. Each cell has the
 * colour of its likeliest class, the stronger the further that class leads; what is not a number is
 * paper.
 */
export function fieldImage(options: FieldImageOptions): Uint8ClampedArray {
  const { field, resolution, shades } = options;
  const cells = resolution * resolution;
  const { pixels = new Uint8ClampedArray(4 * cells) } = options;
  const image = new Uint32Array(pixels.buffer, pixels.byteOffset, cells);
  for (let row = 0; row < resolution; row++) {
    const from = row * resolution;
    const to = image.subarray(cells - from - resolution, cells - from);
    if (field.length === cells) paintTwo(field.subarray(from, from + resolution), shades, to);
    else paintMany(field.subarray(from), cells, shades, to);
  }
  return pixels;
}

function paintTwo(field: Float32Array, { ofTwo }: FieldShades, image: Uint32Array): void {
  const [first = 0] = ofTwo;
  const [even = 0] = ofTwo.subarray(shadeCount / 2);
  const [last = 0] = ofTwo.subarray(shadeCount - 1);
  for (let i = 0; i < image.length; i++) {
    const shade = (field[i] ?? NaN) * (shadeCount - 1) + 0.5;
    if (shade >= shadeCount) image[i] = last;
    else if (shade >= 0) image[i] = ofTwo[shade | 0] ?? even;
    else image[i] = shade < 0 ? first : even;
  }
}

/** `cells`: from a class's probability to the next class's of the same place. */
function paintMany(
  field: Float32Array,
  cells: number,
  { ofMany }: FieldShades,
  image: Uint32Array,
): void {
  const paper = ofMany[0]?.[0] ?? 0;
  for (let i = 0; i < image.length; i++) {
    let label = 0;
    let likeliest = field[i] ?? NaN;
    let next = 0;
    for (let k = 1, at = i + cells; at < field.length; k++, at += cells) {
      const probability = field[at] ?? NaN;
      if (probability > likeliest) {
        next = likeliest;
        likeliest = probability;
        label = k;
      } else if (probability > next) next = probability;
    }
    const shade = (likeliest - next) * (shadeCount - 1) + 0.5;
    image[i] = ofMany[label]?.[Math.floor(shade)] ?? paper;
  }
}
