import { createWebglEngine } from '../../../src/engines/webglEngine.ts';
import { smallSpecification, someParameters, someSamples } from '../../support/networks.ts';

/** Trains in a worker, where there is no document, and sends the parameters. */
async function train(steps: number): Promise<Float32Array> {
  const specification = smallSpecification();
  const engine = await createWebglEngine(specification, someParameters(specification.network));
  await engine.load('training', someSamples(70));
  await engine.train(steps);
  return engine.parameters();
}

self.onmessage = ({ data }: MessageEvent<number>) => {
  train(data).then(
    (parameters) => self.postMessage(parameters),
    (error: unknown) => self.postMessage(String(error)),
  );
};
