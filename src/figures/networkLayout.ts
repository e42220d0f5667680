/** A unit, an input or an output: columns are counted from the inputs, 0, to the outputs. */
export interface NodePlace {
  readonly column: number;
  readonly index: number;
}

/** Where a node is drawn, in pixels. */
export interface NodeBox extends NodePlace {
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  /** Side of its square. */
  readonly size: number;
}

/** Nodes of one layer, below each other. */
export interface ColumnLayout {
  readonly x: number;
  /** Side of the squares. */
  readonly size: number;
  /** Those that are shown. */
  readonly nodes: readonly NodeBox[];
  /** How many are above and below those that are shown. */
  readonly above: number;
  readonly below: number;
}

export interface NetworkLayoutOptions {
  /** Nodes of each column; there are at least two columns. */
  readonly counts: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Pixels for the names of the inputs at the left, and of the outputs at the right. */
  readonly leftMargin: number;
  readonly rightMargin: number;
  /** Pixels between the middles of two nodes, at least; columns with more nodes show a part. */
  readonly leastPitch: number;
  /** The largest node, in pixels. */
  readonly largestNode: number;
  /** For each column the first node to show, where not all fit. */
  readonly first: readonly number[];
}

/** Where all nodes of a network are drawn, column by column from the left to the right. */
export function networkLayout(options: NetworkLayoutOptions): readonly ColumnLayout[] {
  const { counts, width, leftMargin, rightMargin, largestNode } = options;
  const room = Math.max(1, width - leftMargin - rightMargin);
  const steps = counts.length - 1;
  const share = nodeShare(counts.length);
  const widest = Math.min(largestNode, (share * room) / (steps + share));
  // The outer columns touch the margins, so that all other room is the lines'.
  const pitch = (room - widest) / steps;
  return counts.map((count, column) =>
    columnLayout(
      { column, count, x: leftMargin + widest / 2 + column * pitch, widest, pitch },
      options,
    ),
  );
}

/** Of the way from column to column, what a node may take; in deep networks they would be too small. */
function nodeShare(columns: number): number {
  return columns > 5 ? 0.6 : 0.42;
}

interface Column {
  readonly column: number;
  /** Of nodes. */
  readonly count: number;
  readonly x: number;
  /** The largest node that leaves room for lines. */
  readonly widest: number;
  /** Pixels to the next column. */
  readonly pitch: number;
}

function columnLayout(
  { column, count, x, widest, pitch: room }: Column,
  { counts, height, leastPitch, largestNode, first }: NetworkLayoutOptions,
): ColumnLayout {
  const places = Math.max(1, Math.floor(height / leastPitch));
  // Where not all fit, a place above and one below say how many more there are.
  const shown = count <= places ? count : Math.max(1, places - 2);
  const start = Math.max(0, Math.min(first[column] ?? 0, count - shown));
  const rows = count <= places ? count : shown + 2;
  const pitch = Math.min(height / Math.max(1, rows), Math.max(1.9 * widest, largestNode));
  // Units that would be too small below each other take turns in two lanes, if there is room; the
  // names of inputs and outputs need the room beside them.
  const isHidden = column > 0 && column < counts.length - 1;
  const lanes = isHidden && pitch < 0.7 * widest && 5 * pitch < room ? 2 : 1;
  const size = Math.max(4, Math.min(widest, lanes * pitch - gap(pitch)));
  const top = (height - shown * pitch) / 2;
  const nodes = Array.from({ length: shown }, (_, row): NodeBox => {
    const aside = ((start + row) % lanes) - (lanes - 1) / 2;
    const y = Math.max(size / 2, Math.min(height - size / 2, top + (row + 0.5) * pitch));
    return { column, index: start + row, x: x + aside * (size + gap(pitch)), y, size };
  });
  return { x, size, nodes, above: start, below: count - start - shown };
}

function gap(pitch: number): number {
  return Math.max(2, 0.12 * pitch);
}

/** A line between two nodes of neighbouring columns. */
export interface Connection {
  readonly from: NodeBox;
  readonly to: NodeBox;
}

/** All lines between nodes that are shown. */
export function connections(columns: readonly ColumnLayout[]): readonly Connection[] {
  return columns
    .slice(1)
    .flatMap((column, index) =>
      column.nodes.flatMap((to) =>
        (columns[index]?.nodes ?? []).map((from): Connection => ({ from, to })),
      ),
    );
}

/** The ends of a connection, in pixels; between them it is a curve that leaves and arrives level. */
export function curveOf({ from, to }: Connection) {
  const x0 = from.x + from.size / 2;
  const x1 = to.x - to.size / 2;
  return { x0, y0: from.y, x1, y1: to.y, middle: (x0 + x1) / 2 };
}

/** A point of the curve: where it leaves for `t` = 0, where it arrives for 1. */
export function alongCurve(line: Connection, t: number): Place {
  const { x0, y0, x1, y1, middle } = curveOf(line);
  const s = 1 - t;
  // A cubic Bézier curve with the control points (middle, y0) and (middle, y1).
  return {
    x: s ** 3 * x0 + 3 * s * t * middle + t ** 3 * x1,
    y: s * s * (s + 3 * t) * y0 + t * t * (t + 3 * s) * y1,
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The connection that passes nearest to a place in pixels, if it is within reach. */
export function connectionAt(
  lines: readonly Connection[],
  place: Place,
  reach: number,
): Connection | undefined {
  let nearest: Connection | undefined;
  let least = reach;
  for (const line of lines) {
    const distance = distanceTo(line, place);
    if (distance > least) continue;
    least = distance;
    nearest = line;
  }
  return nearest;
}

/** The node that is nearest to a place in pixels, if the place is within reach of its square. */
export function nodeAt(
  columns: readonly ColumnLayout[],
  { x, y }: Place,
  reach: number,
): NodeBox | undefined {
  const distance = (node: NodeBox) =>
    Math.max(Math.abs(node.x - x), Math.abs(node.y - y)) - node.size / 2;
  return columns
    .flatMap(({ nodes }) => nodes)
    .filter((node) => distance(node) <= reach)
    .reduce<NodeBox | undefined>(
      (best, node) => (!best || distance(node) < distance(best) ? node : best),
      undefined,
    );
}

/** Pixels from a place to a curve; measured to twenty pieces of it. */
function distanceTo(line: Connection, { x, y }: Place): number {
  const { x0, y0, x1 } = curveOf(line);
  if (x < x0 || x > x1) return Infinity;
  const pieces = 20;
  let least = Infinity;
  let before = { x: x0, y: y0 };
  for (let piece = 1; piece <= pieces; piece++) {
    const now = alongCurve(line, piece / pieces);
    least = Math.min(least, distanceToPiece(before, now, x, y));
    before = now;
  }
  return least;
}

function distanceToPiece(a: Place, b: Place, x: number, y: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}
