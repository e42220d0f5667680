import type { LayerGraph, LayerName } from './layerGraph.ts';
import { named } from './named.ts';

/** An input of the network: a number computed from a point of the plane. */
export interface Feature {
  /** The key in specifications, in the URL and on the command line. */
  readonly name: string;
  readonly label: string;
  /** For the screen, in plain characters: `f = x²`. */
  readonly formula: string;
  readonly value: (x: number, y: number) => number;
  /** In a saved model: the layers that make it of x and y. */
  readonly tfjs: (graph: LayerGraph) => LayerName;
}

/** All features, in the order in which the screen offers them. */
export const features: readonly Feature[] = [
  { name: 'x', label: 'x', formula: 'f = x', value: (x) => x, tfjs: ({ x }) => x },
  { name: 'y', label: 'y', formula: 'f = y', value: (_x, y) => y, tfjs: ({ y }) => y },
  {
    name: 'xx',
    label: 'x²',
    formula: 'f = x²',
    value: (x) => x * x,
    tfjs: (graph) => graph.product(graph.x, graph.x),
  },
  {
    name: 'yy',
    label: 'y²',
    formula: 'f = y²',
    value: (_x, y) => y * y,
    tfjs: (graph) => graph.product(graph.y, graph.y),
  },
  {
    name: 'xy',
    label: 'x·y',
    formula: 'f = x·y',
    value: (x, y) => x * y,
    tfjs: (graph) => graph.product(graph.x, graph.y),
  },
  {
    name: 'sinx',
    label: 'sin x',
    formula: 'f = sin(x), x in radians',
    value: (x) => Math.sin(x),
    tfjs: (graph) => graph.sine(graph.x),
  },
  {
    name: 'siny',
    label: 'sin y',
    formula: 'f = sin(y), y in radians',
    value: (_x, y) => Math.sin(y),
    tfjs: (graph) => graph.sine(graph.y),
  },
  {
    name: 'cosx',
    label: 'cos x',
    formula: 'f = cos(x), x in radians',
    value: (x) => Math.cos(x),
    tfjs: (graph) => cosine(graph, graph.x),
  },
  {
    name: 'cosy',
    label: 'cos y',
    formula: 'f = cos(y), y in radians',
    value: (_x, y) => Math.cos(y),
    tfjs: (graph) => cosine(graph, graph.y),
  },
];

function cosine(graph: LayerGraph, z: LayerName): LayerName {
  return graph.sine(graph.scaled(z, 1, Math.PI / 2));
}

/** Throws a RangeError for a name that is not in the table. */
export function featureNamed(name: string): Feature {
  return named('feature', features, name);
}

/**
 * The inputs of the network at n×2 points: n×F, row-major, in the order of the names. They are in
 * single precision, so that every engine starts from the same numbers.
 * @param matrix where they go.
 */
export function featureMatrix(
  names: readonly string[],
  points: Float32Array,
  matrix: Float32Array = new Float32Array((points.length / 2) * names.length),
): Float32Array {
  const rows = points.length / 2;
  const columns = names.length;
  for (const [column, name] of names.entries()) {
    const { value } = featureNamed(name);
    for (let row = 0; row < rows; row++) {
      matrix[row * columns + column] = value(points[2 * row] ?? NaN, points[2 * row + 1] ?? NaN);
    }
  }
  return matrix;
}
