import type { Connect } from '../state/run/trainingRun.svelte.ts';
import { TrainingClient } from '../training/client.ts';
import { examineInWorker } from '../training/examineInWorker.ts';
import { WorkerPool } from '../training/workerPool.ts';

/** What a page offers to its experiments. */
export interface TrainingServices {
  /** Opens the way to a session in one of the page's workers. */
  readonly connect: Connect;
  /** Finds out about the engines here; once for the whole page. */
  readonly examine: () => ReturnType<typeof examineInWorker>;
}

/** Makes a worker. `name`: what it is for; see `training/worker.ts`. */
export type CreateWorker = (name: 'trainer' | 'examiner' | 'class' | 'room') => Worker;

/** Where a browser does not tell how many cores there are. */
const usualCores = 2;

/** Makes a page's pool of workers, one for each core, and its examination of the engines. */
export function createWorkerServices(createWorker: CreateWorker): TrainingServices {
  const cores = navigator.hardwareConcurrency || usualCores;
  const pool = new WorkerPool(() => createWorker('trainer'), cores);
  let examination: ReturnType<typeof examineInWorker> | undefined;
  return {
    connect: (receive) => new TrainingClient(pool, receive),
    examine: () => (examination ??= examineInWorker(() => createWorker('examiner'))),
  };
}
