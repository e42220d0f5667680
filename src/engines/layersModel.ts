import { activationNamed } from '../learning/activations/activations.ts';
import { className } from '../learning/classes.ts';
import { featureNamed } from '../learning/features.ts';
import { fnv1a } from '../learning/fnv1a.ts';
import type { LayerName } from '../learning/layerGraph.ts';
import type { ModelFiles } from '../learning/modelFiles.ts';
import { layerShapes } from '../learning/parameters.ts';
import type { Scaling } from '../learning/scaling/scaling.ts';
import type { NetworkSpecification } from '../learning/specification.ts';
import { checkParameters } from './engineChecks.ts';
import { ModelGraph } from './modelGraph.ts';

/** What the files of a model hold besides the network. */
export interface ModelOptions {
  /** The name of the weights' file; `name` with `.bin` when left out. */
  readonly weightsFile?: string;
  /** What was done to x and y before the network saw them; layers of the model do it, too. */
  readonly scaling?: Scaling | undefined;
}

/**
 * The trained network as the files of a tfjs layers model, which predicts the same: n×2 coordinates
 * x and y in data units in, n×K class probabilities out; the features are layers of it. It needs no
 * tfjs. tfjs loads it as it is, but for the sine, which must be registered first: then `note` says so
 * (docs/saved-model.md).
 */
export function modelFiles(
  network: NetworkSpecification,
  parameters: Float32Array,
  { weightsFile, scaling }: ModelOptions = {},
): Promise<ModelFiles> {
  return new Promise((resolve) => {
    checkParameters({ network }, parameters);
    const graph = new ModelGraph();
    if (scaling) graph.scaleCoordinates(scaling);
    const topology = graph.topology(addNetwork(graph, network, parameters));
    const weights = Float32Array.from(graph.weights.flatMap(({ values }) => Array.from(values)));
    const name = modelName(network, JSON.stringify(topology), weights);
    const description = {
      format: 'layers-model',
      generatedBy: 'Edgewise',
      convertedBy: null,
      modelTopology: {
        ...topology,
        keras_version: 'tfjs-layers 4.22.0',
        backend: 'tensor_flow.js',
      },
      weightsManifest: [
        {
          paths: [`./${weightsFile ?? `${name}.bin`}`],
          weights: graph.weights.map(({ name: weight, shape }) => {
            return { name: weight, shape, dtype: 'float32' };
          }),
        },
      ],
      userDefinedMetadata: {
        inputs: ['x', 'y'],
        features: network.features,
        classes: Array.from({ length: network.classes }, (_, label) => className(label)),
        register: graph.missing,
      },
    };
    const modelJson = JSON.stringify(description, null, 2);
    resolve({ name, modelJson, weights: weights.buffer, note: noteOn(graph.missing) });
  });
}

function addNetwork(
  graph: ModelGraph,
  network: NetworkSpecification,
  parameters: Float32Array,
): LayerName {
  let values = featureLayers(graph, network.features);
  layerShapes(network).forEach(({ inputs, outputs: units, weights, biases }, i) => {
    const kernel = parameters.subarray(weights, biases);
    const bias = parameters.subarray(biases, biases + units);
    const sizes = { inputs, units, kernel, bias };
    const hidden = network.hidden[i];
    if (!hidden) {
      values = graph.dense({ name: 'output', activation: 'softmax', ...sizes }, values);
      return;
    }
    const { tfjs } = activationNamed(hidden.activation);
    const activation = typeof tfjs === 'string' ? tfjs : 'linear';
    values = graph.dense({ name: `hidden${i + 1}`, activation, ...sizes }, values);
    if (typeof tfjs !== 'string') values = tfjs(graph, values);
  });
  return values;
}

function featureLayers(graph: ModelGraph, features: readonly string[]): LayerName {
  if (features.join() === 'x,y') return graph.xy;
  return graph.joined(features.map((name) => featureNamed(name).tfjs(graph)));
}

/** As `edgewise-2-20-2-1a2b3c4d`: the sizes of the layers, and a hash of all that is in the files. */
function modelName(network: NetworkSpecification, topology: string, weights: Float32Array): string {
  const { features, hidden, classes } = network;
  const sizes = [features.length, ...hidden.map(({ units }) => units), classes];
  const hash = fnv1a(new Uint8Array(weights.buffer), fnv1a(new TextEncoder().encode(topology)));
  return `edgewise-${sizes.join('-')}-${hash.toString(16).padStart(8, '0')}`;
}

function noteOn(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  return (
    'tfjs has no sine: before you load this model, register an activation "sine" whose ' +
    'apply(z) returns tf.sin(z), as docs/saved-model.md shows.'
  );
}
