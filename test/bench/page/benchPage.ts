import type { Question } from './benchWorker.ts';
import { memoryProbe } from './memoryProbe.ts';
import type { Found, Given, MeasureName } from './measures.ts';

type Answer<Name extends MeasureName> =
  { readonly found: Found<Name> } | { readonly error: string };

/** Measures in a worker, as the application trains in one. */
function measure<Name extends MeasureName>(name: Name, given: Given<Name>): Promise<Found<Name>> {
  const worker = new Worker(new URL('./benchWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<Found<Name>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer<Name>>) => {
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.found);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ name, given } satisfies Question);
  }).finally(() => worker.terminate());
}

declare global {
  interface Window {
    measure: typeof measure;
    memoryProbe: typeof memoryProbe;
  }
}

Object.assign(window, { measure, memoryProbe });
