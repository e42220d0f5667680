import { takeEarlyWorker } from './earlyWorker.ts';
import {
  createWorkerServices,
  type CreateWorker,
  type TrainingServices,
} from './workerServices.ts';

export type { TrainingServices };

/** What a page of the application offers to its experiments, with workers from a file of the build. */
export function createTrainingServices(): TrainingServices {
  return createWorkerServices((name) => {
    const early = name === 'trainer' ? takeEarlyWorker() : undefined;
    return early ?? createWorker(name);
  });
}

export const createWorker: CreateWorker = (name) =>
  new Worker(new URL('../training/worker.ts', import.meta.url), { type: 'module', name });
