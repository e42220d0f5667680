import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, getBackend, io, setBackend } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { registerActivations } from './tfjsActivations.ts';

/** Makes a model of a parsed model.json and its weights, as tfjs would from the files. */
export async function loadModel(
  description: io.ModelJSON,
  weights: ArrayBuffer,
): Promise<LayersModel> {
  enableProdMode(); // tfjs greets on the terminal otherwise
  if (!getBackend()) await setBackend('cpu');
  registerActivations();
  const artifacts = await io.getModelArtifactsForJSON(description, (manifest) =>
    Promise.resolve([manifest.flatMap((group) => group.weights), weights]),
  );
  return loadLayersModel(io.fromMemory(artifacts));
}
