import { contours } from 'd3';
import type { Samples, Window } from '../learning/samples.ts';
import { classColour, pageColours } from './colours.ts';
import { pixelScale } from './plotSquare.ts';

/** What a network of two classes predicts, and the samples that it has learned from. */
export interface NetworkThumbnailOptions {
  /** resolution² probabilities of class 1 at the centres of cells of the window, row 0 at the bottom. */
  readonly field: Float32Array;
  /** 2 or more. */
  readonly resolution: number;
  readonly window: Window;
  readonly samples: Samples;
  /** Side of the square in pixels. */
  readonly size: number;
}

/** The most samples that are shown: more would hide the field. */
const mostSamples = 100;

/** Side of a sample's mark in pixels. */
const markSize = 4;

/** Where a band of the field begins, and how much of its class's colour it has. */
const bands = [
  { from: 0, label: 0, share: 42 },
  { from: 0.1, label: 0, share: 27 },
  { from: 0.3, label: 0, share: 12 },
  { from: 0.5, label: 1, share: 12 },
  { from: 0.7, label: 1, share: 27 },
  { from: 0.9, label: 1, share: 42 },
] as const;

/**
 * A small picture of a network as the text of an SVG in the colours of the page: the field in bands,
 * the boundary at ½, and some of the samples. Needs no document.
 */
export function networkThumbnail(options: NetworkThumbnailOptions): string {
  const { field, resolution, size } = options;
  const region = (from: number) => regionPath(field, resolution, size, from);
  const fields = bands.map(({ from, label, share }) => {
    const fill = `color-mix(in srgb,${classColour(label)} ${share}%,${pageColours.paper})`;
    const path = from === 0 ? `M0,0H${size}V${size}H0Z` : region(from);
    return `<path d="${path}" style="fill:${fill}"/>`;
  });
  const line = `<path d="${region(0.5)}" fill="none" stroke="${pageColours.ink}" stroke-width="1.6"/>`;
  const marks = ['round', 'square'].map((cap, label) => {
    const look = `stroke="${classColour(label)}" stroke-width="${markSize}" stroke-linecap="${cap}"`;
    return `<path d="${placesPath(options, label)}" ${look}/>`;
  });
  // The edges of the regions along those of the square are cut off.
  const view = `viewBox="1 1 ${size - 2} ${size - 2}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${view}>${[...fields, line, ...marks].join('')}</svg>`;
}

/** Where the probability is at least `from`, in whole and half pixels. */
function regionPath(field: Float32Array, resolution: number, size: number, from: number): string {
  const pixels = (cells: number) => Math.round((2 * cells * size) / resolution) / 2;
  // d3 types its values as numbers in an array, but only reads them by index.
  const values = field as unknown as number[];
  const { coordinates } = contours().size([resolution, resolution]).contour(values, from);
  return coordinates
    .flat()
    .map((ring) => ring.map(([x = 0, y = 0]) => `${pixels(x)},${pixels(resolution - y)}`))
    .map((points) => `M${points.slice(0, -1).join('L')}Z`)
    .join('');
}

/** A line without length at each sample of the class: its ends are the mark. */
function placesPath({ samples, window, size }: NetworkThumbnailOptions, label: number): string {
  const { points, labels } = samples;
  const scale = pixelScale(window, size);
  return Array.from(labels.subarray(0, mostSamples), (own, i) => {
    if (own !== label) return '';
    const [x, y] = [scale.x(points[2 * i] ?? NaN), scale.y(points[2 * i + 1] ?? NaN)];
    return `M${Math.round(x)},${Math.round(y)}h0`;
  }).join('');
}
