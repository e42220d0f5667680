import { activationNamed } from '../../learning/activations/activations.ts';
import type { Activation } from '../../learning/activations/activation.ts';
import { layerShapes } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';

/** A layer, as the programs need it. */
export interface Layer {
  /** 0 = the first hidden layer, or the output layer where there is no hidden one. */
  readonly index: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Undefined for the output layer, which is a softmax. */
  readonly activation: Activation | undefined;
}

export function layersOf(network: NetworkSpecification): Layer[] {
  return layerShapes(network).map(({ inputs, outputs }, index) => {
    const hidden = network.hidden.at(index);
    const activation = hidden && activationNamed(hidden.activation);
    return { index, inputs, outputs, activation };
  });
}
