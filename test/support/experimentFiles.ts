import { articleConfiguration } from '../../src/learning/configuration.ts';
import type { KeptExperiment } from '../../src/learning/experimentFile/experimentFile.ts';
import { initialParameters } from '../../src/learning/initialParameters.ts';

/** An experiment on six samples of one's own, with a mask, weights and losses. */
export function ownExperiment(): KeptExperiment {
  const network = { ...articleConfiguration.network, classes: 3 };
  const training = { ...articleConfiguration.training, batchSize: 4, frozen: [0], cut: [3] };
  const configuration = { ...articleConfiguration, network, training };
  const parameters = Float32Array.from(initialParameters(network)).with(3, 0);
  return {
    name: 'drawn, “by hand”',
    source: {
      kind: 'own',
      name: 'drawn.csv',
      description: undefined,
      scaling: { x: { shift: 1.1, size: 1e6 / 3 }, y: { shift: -4e-9, size: 0.1 } },
      samples: {
        training: {
          points: Float32Array.of(0.1, -1 / 3, 3.4, 1e-45, -0.7, 2, 5, 6, 1, 0.25, 0, 9),
          labels: Uint8Array.of(0, 1, 2, 0, 1, 2),
        },
        evaluation: { points: Float32Array.of(0.5, 1, 2, 3), labels: Uint8Array.of(1, 0) },
      },
    },
    configuration,
    engine: 'simd',
    decision: { threshold: 0.7, positiveClass: 2 },
    run: {
      snapshot: {
        progress: { step: 7, epoch: 3, position: 4, updates: 7 },
        parameters,
        updaterState: parameters.map((value) => value / 3),
      },
      losses: [
        { epoch: 1, training: 0.7, evaluation: 0.8 },
        { epoch: 2, training: 1 / 3, evaluation: NaN },
      ],
    },
  };
}

/** The text of a file, to be edited by hand. */
export function fields(text: string) {
  return {
    /** The text with another value at a path such as `samples.training.x.0`; undefined removes it. */
    set(path: string, value: unknown): string {
      const file: unknown = JSON.parse(text);
      const keys = path.split('.');
      const last = keys.pop() ?? '';
      const holder = keys.reduce<unknown>((part, key) => Reflect.get(Object(part), key), file);
      Reflect.set(Object(holder), last, value);
      return JSON.stringify(file);
    },
  };
}
