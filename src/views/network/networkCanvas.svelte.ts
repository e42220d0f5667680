import type { Attachment } from 'svelte/attachments';
import {
  activationImage,
  largestSize,
  type SignShades,
  signShades,
} from '../../figures/activationImage.ts';
import { fieldColours } from '../../figures/colours.ts';
import { fieldImage, fieldShades } from '../../figures/fieldImage.ts';
import {
  type ColumnLayout,
  type Connection,
  connections,
  curveOf,
  type NodeBox,
} from '../../figures/networkLayout.ts';
import type { InsideNetwork } from '../../state/network/insideNetwork.svelte.ts';
import type { PlotField } from '../../state/plot/plotField.svelte.ts';
import { markHold, markWeight } from './weightMarks.ts';
import { pixelRatio } from '../plot/pixelRatio.svelte.ts';

export interface NetworkCanvasOptions {
  readonly inside: InsideNetwork;
  readonly field: PlotField;
  readonly columns: readonly ColumnLayout[];
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The colours are read from the page again when this changes. */
  readonly dark: boolean;
}

/** Pixels of the thickest line, per pixel of text size. */
const thickest = 0.42;

/** Draws weights as lines and units as small pictures of what they answer over the window. */
export function networkCanvas(options: () => NetworkCanvasOptions): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    const cells = document.createElement('canvas').getContext('2d');
    if (!context || !cells) return;
    const look = $derived(lookOf(canvas, options().dark));
    const lines = $derived(weightLines(options()));

    $effect(() => {
      const { inside, field, columns, width, height } = options();
      const ratio = pixelRatio();
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      context.scale(ratio, ratio);
      drawWeights(context, inside, lines, look);
      drawNodes({ context, cells, inside, field, columns, look });
    });
  };
}

interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly hair: string;
  readonly negative: string;
  readonly positive: string;
  readonly signs: SignShades;
  readonly field: ReturnType<typeof fieldShades>;
  readonly textSize: number;
}

/** The colours of the page; they are others when `dark` is. */
function lookOf(element: Element, _dark: boolean): Look {
  const style = getComputedStyle(element);
  const read = (token: string) => style.getPropertyValue(token).trim();
  const [paper, negative, positive] = [read('--paper'), read('--negative'), read('--positive')];
  return {
    paper,
    negative,
    positive,
    ink: read('--ink'),
    soft: read('--soft'),
    hair: read('--hair'),
    signs: signShades(paper, negative, positive),
    field: fieldShades(fieldColours(read)),
    textSize: parseFloat(style.fontSize),
  };
}

/** A line, and the index of its weight in the parameters. */
interface WeightLine {
  readonly line: Connection;
  readonly index: number;
}

/** The lines between nodes that are shown; an input that is off has none. */
function weightLines({ inside, columns }: NetworkCanvasOptions): readonly WeightLine[] {
  return connections(columns).flatMap((line) => {
    const { column, index: unit } = line.to;
    const index = inside.parameterIndex({ column, index: unit, part: line.from.index });
    return index === undefined ? [] : [{ line, index }];
  });
}

/** Lines as wide as the weight is large; where a node is chosen, the others are pale. */
function drawWeights(
  context: CanvasRenderingContext2D,
  inside: InsideNetwork,
  weights: readonly WeightLine[],
  look: Look,
): void {
  const { parameters, chosen, pointed, counts, mask } = inside;
  const largest = parameters ? largestSize(parameters) : 0;
  const lines = weights.map(({ line, index }) => {
    const weight = parameters?.[index] ?? 0;
    const share = largest > 0 && Number.isFinite(weight) ? Math.abs(weight) / largest : 0;
    return { line, weight, share, hold: mask.holdOf(index) };
  });
  // The widest last, over the others.
  for (const { line, weight, share, hold } of lines.toSorted((a, b) => a.share - b.share)) {
    const isChosen = [chosen, pointed].some(
      (place) => place?.part === line.from.index && isAt(place, line.to),
    );
    const touches = !chosen || isAt(chosen, line.to) || isAt(chosen, line.from);
    context.globalAlpha = isChosen ? 1 : (0.25 + 0.75 * share) * (touches ? 1 : 0.12);
    const widest = thickest * look.textSize * crowding(counts, line.to.column);
    context.lineWidth = Math.max(0.6, widest * share) + (isChosen ? 2 : 0);
    context.strokeStyle = hold === 'cut' ? look.soft : weight < 0 ? look.negative : look.positive;
    context.setLineDash(hold === 'cut' ? [1, 4] : weight < 0 ? [4, 2.5] : []);
    strokeCurve(context, line);
  }
  context.setLineDash([]);
  for (const { line, hold } of lines) {
    if (hold === 'learns') continue;
    const touches = !chosen || isAt(chosen, line.to) || isAt(chosen, line.from);
    context.globalAlpha = touches ? 1 : 0.2;
    markWeight(context, line, hold, look);
  }
  context.globalAlpha = 1;
}

/** How much thinner lines are between two columns that have more than a hundred of them. */
function crowding(counts: readonly number[], column: number): number {
  const lines = (counts[column - 1] ?? 0) * (counts[column] ?? 0);
  return column === 1 ? 1 : Math.min(1, Math.sqrt(100 / lines));
}

function isAt(place: { column: number; index: number }, node: NodeBox): boolean {
  return place.column === node.column && place.index === node.index;
}

function strokeCurve(context: CanvasRenderingContext2D, line: Connection): void {
  const { x0, y0, x1, y1, middle } = curveOf(line);
  context.beginPath();
  context.moveTo(x0, y0);
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
  context.stroke();
}

interface Drawing {
  readonly context: CanvasRenderingContext2D;
  /** For one picture after another, as small as its cells. */
  readonly cells: CanvasRenderingContext2D;
  readonly inside: InsideNetwork;
  readonly field: PlotField;
  readonly columns: readonly ColumnLayout[];
  readonly look: Look;
}

function drawNodes(drawing: Drawing): void {
  const { context, inside, columns, look } = drawing;
  const { units, parameters } = inside;
  const starts = startsOf(units?.units ?? []);
  const largest = parameters ? largestSize(parameters) : 0;
  for (const node of columns.flatMap(({ nodes }) => nodes)) {
    const { column, index } = node;
    context.globalAlpha = column > 0 || inside.isOn(index) ? 1 : 0.35;
    if (column === 0) {
      const input = inside.inputPictures[index];
      if (input) paintValues(drawing, node, input.values, input.resolution);
    } else if (column === columns.length - 1) {
      paintClass(drawing, node);
    } else if (units) {
      const plane = units.resolution ** 2;
      const start = plane * ((starts[column - 1] ?? 0) + index);
      paintValues(drawing, node, units.values.subarray(start, start + plane), units.resolution);
    }
    frame(context, node, look.soft, 1);
    context.globalAlpha = 1;
    const bias = inside.parameterIndex({ column, index, part: 'bias' });
    if (bias === undefined || !parameters) continue;
    drawBias(drawing, node, parameters[bias] ?? 0, largest);
    const corner = { x: node.x - node.size / 2, y: node.y + node.size / 2 };
    markHold(context, corner, inside.mask.holdOf(bias), look);
  }
}

/** The number of units before each hidden layer. */
function startsOf(units: readonly number[]): readonly number[] {
  let sum = 0;
  return units.map((count) => (sum += count) - count);
}

function paintValues(
  { context, cells, look }: Drawing,
  node: NodeBox,
  values: Float32Array,
  resolution: number,
): void {
  if (values.length !== resolution ** 2) return;
  const image = imageOf(cells, resolution);
  const scale = largestSize(values) || 1;
  activationImage({ values, resolution, colours: look.signs, scale, pixels: image.data });
  put(context, cells, image, node);
}

/** The field, in small; of more than two classes only that of the class. */
function paintClass({ context, cells, field, look }: Drawing, node: NodeBox): void {
  const planes = field.overview;
  if (!planes) return;
  const { resolution, values } = planes;
  const image = imageOf(cells, resolution);
  const plane = resolution ** 2;
  const isOfTwo = values.length === plane;
  const shown = isOfTwo ? values : values.subarray(plane * node.index, plane * (node.index + 1));
  if (isOfTwo) fieldImage({ field: shown, resolution, shades: look.field, pixels: image.data });
  else
    activationImage({
      values: shown,
      resolution,
      colours: look.signs,
      scale: 1,
      pixels: image.data,
    });
  put(context, cells, image, node);
}

function imageOf(cells: CanvasRenderingContext2D, resolution: number): ImageData {
  if (cells.canvas.width !== resolution) cells.canvas.width = cells.canvas.height = resolution;
  return cells.createImageData(resolution, resolution);
}

function put(
  context: CanvasRenderingContext2D,
  cells: CanvasRenderingContext2D,
  image: ImageData,
  { x, y, size }: NodeBox,
): void {
  cells.putImageData(image, 0, 0);
  context.drawImage(cells.canvas, x - size / 2, y - size / 2, size, size);
}

function frame(
  context: CanvasRenderingContext2D,
  { x, y, size }: NodeBox,
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x - size / 2, y - size / 2, size, size);
}

/** A disc at the lower left corner, as large as the bias; hollow where it is negative. */
function drawBias({ context, look }: Drawing, node: NodeBox, bias: number, largest: number): void {
  const share = largest > 0 && Number.isFinite(bias) ? Math.sqrt(Math.abs(bias) / largest) : 0;
  const radius = Math.max(1, Math.min(0.22 * node.size, 0.32 * look.textSize) * share);
  context.beginPath();
  context.arc(node.x - node.size / 2, node.y + node.size / 2, radius, 0, 2 * Math.PI);
  context.fillStyle = bias < 0 ? look.paper : look.positive;
  context.strokeStyle = bias < 0 ? look.negative : look.positive;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}
