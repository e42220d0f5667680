import type { ModelFiles } from '../learning/modelFiles.ts';

/** Of the description of a model in tfjs's format, what tells where its weights are. */
interface Description {
  readonly weightsManifest: readonly {
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  }[];
}

/** Of a layer that learns; the others compute features. */
const learned = /^(hidden\d+|output)\//;

/** The parameters in a stored model, in the order of `Snapshot.parameters`. */
export function modelParameters({ modelJson, weights }: ModelFiles): Float32Array {
  const { weightsManifest } = JSON.parse(modelJson) as Description;
  const values = new Float32Array(weights);
  let start = 0;
  const pieces = weightsManifest
    .flatMap((group) => group.weights)
    .map(({ name, shape }) => {
      const length = shape.reduce((product, side) => product * side, 1);
      const piece = learned.test(name) ? values.subarray(start, start + length) : [];
      start += length;
      return piece;
    });
  return Float32Array.from(pieces.flatMap((piece) => Array.from(piece)));
}
