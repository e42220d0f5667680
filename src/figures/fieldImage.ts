import { rgb } from 'd3';

/** How much of the full colour a field shows where the network is sure. */
const strength = 0.42;

const shades = 256;

/** The colours a field is mixed from; d3-color must be able to read them: no var(). */
export interface FieldColours {
  readonly paper: string;
  readonly red: string;
  readonly blue: string;
}

/**
 * Pixels for the probabilities 0, 1/255, …, 1 of blue: paper at ½, and the more red or blue the
 * further from it. Each is the four bytes red, green, blue, alpha, as one little-endian integer.
 */
export function fieldShades(colours: FieldColours): Uint32Array {
  const paper = rgb(colours.paper);
  const red = rgb(colours.red);
  const blue = rgb(colours.blue);
  const bytes = new Uint8ClampedArray(4 * shades);
  for (let shade = 0; shade < shades; shade++) {
    const signed = (2 * shade) / (shades - 1) - 1;
    const { r, g, b } = signed < 0 ? red : blue;
    const share = strength * Math.abs(signed);
    bytes[4 * shade] = paper.r + share * (r - paper.r);
    bytes[4 * shade + 1] = paper.g + share * (g - paper.g);
    bytes[4 * shade + 2] = paper.b + share * (b - paper.b);
    bytes[4 * shade + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}

/**
 * Paints a field into the pixels of an image of resolution × resolution. Row 0 of the field is at
 * the bottom, that of the image at the top. What is not a number gets the colour of ½.
 * @param pixels `ImageData.data`, 4·resolution² bytes.
 */
export function paintField(
  field: Float32Array,
  resolution: number,
  shadesOfField: Uint32Array,
  pixels: Uint8ClampedArray,
): void {
  const image = new Uint32Array(pixels.buffer, pixels.byteOffset, resolution * resolution);
  const torn = shadesOfField[shades / 2];
  for (let row = 0; row < resolution; row++) {
    let to = (resolution - 1 - row) * resolution;
    const end = (row + 1) * resolution;
    for (let from = row * resolution; from < end; from++, to++) {
      const shade = field[from] * (shades - 1) + 0.5;
      if (shade >= shades) image[to] = shadesOfField[shades - 1];
      else if (shade >= 0) image[to] = shadesOfField[shade | 0];
      else image[to] = shade < 0 ? shadesOfField[0] : torn;
    }
  }
}
