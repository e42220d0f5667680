import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs';
import type { ModelFiles } from '../../src/learning/modelFiles.ts';

const manual = new URL('../../docs/saved-model.md', import.meta.url);

/** Loads the files of a saved model as a user would, with plain tfjs on its cpu backend. */
export async function loadModel(
  files: Pick<ModelFiles, 'modelJson' | 'weights'>,
): Promise<tf.LayersModel> {
  tf.enableProdMode(); // tfjs greets on the terminal otherwise
  await tf.setBackend('cpu');
  const fetchFunc = (path: string) =>
    Promise.resolve(new Response(path.endsWith('.json') ? files.modelJson : files.weights));
  const source = tf.io.http('https://models.test/model.json', {
    fetchFunc: fetchFunc as typeof fetch,
  });
  return tf.loadLayersModel(source);
}

/** n×K class probabilities of n×2 points. */
export function predictWith(model: tf.LayersModel, points: Float32Array): Float32Array {
  return tf.tidy(() => {
    const output = model.predict(tf.tensor2d(points, [points.length / 2, 2]));
    if (Array.isArray(output)) throw new Error('Expected one output.');
    return output.dataSync<'float32'>().slice();
  });
}

/** Runs the code that the manual gives to users for the sine. */
export function registerSine(): void {
  const code = /```js\n(.*?)```/s.exec(readFileSync(manual, 'utf8'))?.[1];
  if (code === undefined) throw new Error('Expected a block of JavaScript in docs/saved-model.md.');
  runInContext(code, createContext({ tf }));
}
