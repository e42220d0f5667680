import type { BenchCase, Measurement } from '../benchCases.ts';

type Answer = Measurement | { readonly error: string };

/** Measures one case in a worker of its own, as the application trains. */
function measure(benchCase: BenchCase): Promise<Measurement> {
  const worker = new Worker(new URL('./benchWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<Measurement>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('error' in data) reject(new Error(data.error));
      else resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(benchCase);
  }).finally(() => worker.terminate());
}

declare global {
  interface Window {
    measure: typeof measure;
  }
}

window.measure = measure;
