import { activations } from '../../learning/activations/activations.ts';
import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import { layerFields, networkFields, recordBytes } from './record.ts';

/** The largest number of state vectors of an updater, and of the numbers that it reads. */
export const largestState = 3;
export const mostFactors = 16;

/** A layer, in bytes; see `layerFields`. */
export interface LayerLayout {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
  readonly biases: number;
  readonly activation: number;
  readonly values: number;
  readonly errors: number;
}

/** The place of everything that belongs to a network, in bytes. It depends on the network alone. */
export interface Layout {
  readonly layers: readonly LayerLayout[];
  readonly chunkRows: number;
  /** Of one vector of parameters, gradient or state. */
  readonly parameterBytes: number;
  /** Offsets in the network's piece of memory, which begins with its records. */
  readonly factors: number;
  readonly parameters: number;
  readonly gradient: number;
  readonly state: number;
  readonly bytes: number;
  /** Offsets in the working space, which networks may share. */
  readonly rowInputs: number;
  readonly rowLabels: number;
  readonly results: number;
  readonly spaceBytes: number;
}

/** Assigns its place to everything that belongs to a network. */
export function layOut(network: NetworkSpecification): Layout {
  const shapes = layerShapes(network);
  const widths = shapes.map(({ outputs }) => outputs);
  const chunkRows = chunkRowsFor(Math.max(network.features.length, ...widths));
  const own = new Offsets();
  own.take(recordBytes(networkFields) + shapes.length * recordBytes(layerFields));
  const parameterBytes = align(4 * parameterCount(network));
  const space = new Offsets();
  const rowBytes = 4 * chunkRows;
  return {
    chunkRows,
    parameterBytes,
    factors: own.take(4 * mostFactors),
    parameters: own.take(parameterBytes),
    gradient: own.take(parameterBytes),
    state: own.take(largestState * parameterBytes),
    bytes: own.end, // read after all takes
    rowLabels: space.take(rowBytes),
    rowInputs: space.take(network.features.length * rowBytes),
    layers: shapes.map(({ inputs, outputs, weights, biases }, i) => {
      const values = space.take(outputs * rowBytes);
      const hidden = network.hidden.at(i); // undefined for the output layer
      return {
        inputs,
        outputs,
        weights: 4 * weights,
        biases: 4 * biases,
        activation: hidden ? placeOf(hidden.activation) : 0,
        values,
        // The errors of the output overwrite its logits.
        errors: hidden ? space.take(outputs * rowBytes) : values,
      };
    }),
    results: space.take(Math.max(...widths) * rowBytes),
    spaceBytes: space.end,
  };
}

/** As many rows as two layers of the greatest width fit in 32 kB, the usual first-level cache. */
function chunkRowsFor(widest: number): number {
  const rows = 32768 / (2 * 4 * widest);
  return Math.min(256, Math.max(16, Math.floor(rows / 8) * 8));
}

function placeOf(name: string): number {
  return activations.findIndex((activation) => activation.name === name);
}

function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/** Offsets one after the other, each a multiple of 16. */
class Offsets {
  end = 0;

  take(bytes: number): number {
    const offset = this.end;
    this.end += align(bytes);
    return offset;
  }
}
