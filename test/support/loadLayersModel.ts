import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import type { ModelFiles } from '../../src/engines/layersModel.ts';

const manual = new URL('../../docs/saved-model.md', import.meta.url);

/** Loads the files of a saved model as a user would, on tfjs's cpu backend. */
export async function loadModel({ modelJson, weights }: ModelFiles): Promise<LayersModel> {
  tf.enableProdMode(); // tfjs greets on the terminal otherwise
  if (!tf.getBackend()) await tf.setBackend('cpu');
  registerActivations();
  const files = new Map<string, BodyInit>([
    ['model.json', modelJson],
    ['weights.bin', weights],
  ]);
  const fetchFunc = (path: string) =>
    Promise.resolve(new Response(files.get(path.slice(path.lastIndexOf('/') + 1))));
  const source = tf.io.http('https://models.test/model.json', {
    fetchFunc: fetchFunc as typeof fetch,
  });
  return loadLayersModel(source);
}

/** Runs the code that the manual gives to users for sine and GELU. */
function registerActivations(): void {
  const code = /```js\n(.*?)```/s.exec(readFileSync(manual, 'utf8'))?.[1];
  if (code === undefined) throw new Error('Expected a block of JavaScript in docs/saved-model.md.');
  runInContext(code, createContext({ tf }));
}
