import { activationNamed } from '../learning/activations/activations.ts';
import { layerShapes } from '../learning/parameters.ts';
import type { NetworkSpecification } from '../learning/specification.ts';
import { checkParameters } from './engineChecks.ts';

/** A model in the two files that `tf.loadLayersModel` reads. */
export interface ModelFiles {
  /** `model.json`; it expects the weights beside it as `weights.bin`. */
  readonly modelJson: string;
  readonly weights: ArrayBuffer;
}

interface LayerJson {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface WeightJson {
  readonly name: string;
  readonly shape: number[];
  readonly dtype: 'float32';
}

/**
 * The trained network as the files of a tfjs layers model, which predicts the same: n×F features in
 * the order of the specification in, n×K class probabilities out. It needs no tfjs. tfjs loads the
 * files directly, except that sine and GELU must be registered first (docs/saved-model.md).
 */
export function modelFiles(
  network: NetworkSpecification,
  parameters: Float32Array,
): Promise<ModelFiles> {
  return new Promise((resolve) => {
    checkParameters({ network }, parameters);
    const modelJson = JSON.stringify(describeModel(network), null, 2);
    // The parameter vector has the order of weights.bin: kernel and bias, layer by layer.
    resolve({ modelJson, weights: parameters.slice().buffer });
  });
}

function describeModel(network: NetworkSpecification) {
  return {
    format: 'layers-model',
    generatedBy: 'Edgewise',
    convertedBy: null,
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'edgewise', layers: describeLayers(network) },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [{ paths: ['./weights.bin'], weights: describeWeights(network) }],
    userDefinedMetadata: { features: network.features },
  };
}

function describeLayers({ features, hidden, classes }: NetworkSpecification): LayerJson[] {
  const layers = hidden.flatMap(({ units, activation }, i): LayerJson[] => {
    const { tfjs } = activationNamed(activation);
    const layer = dense(`hidden${i + 1}`, units, tfjs.activation);
    if (!tfjs.layer) return [layer];
    const { className, config } = tfjs.layer;
    return [layer, { class_name: className, config: { name: `activation${i + 1}`, ...config } }];
  });
  const [first, ...others] = [...layers, dense('output', classes, 'softmax')];
  const config = { ...first.config, batch_input_shape: [null, features.length] };
  return [{ ...first, config }, ...others];
}

function dense(name: string, units: number, activation: string): LayerJson {
  const config = { name, units, activation, use_bias: true, trainable: true, dtype: 'float32' };
  return { class_name: 'Dense', config };
}

function describeWeights(network: NetworkSpecification): WeightJson[] {
  const dtype = 'float32';
  return layerShapes(network).flatMap(({ inputs, outputs }, i) => {
    const layer = i < network.hidden.length ? `hidden${i + 1}` : 'output';
    return [
      { name: `${layer}/kernel`, shape: [inputs, outputs], dtype },
      { name: `${layer}/bias`, shape: [outputs], dtype },
    ];
  });
}
