import type { ConnectClass } from '../../state/class/simulatedRun.svelte.ts';
import type { ClassEvent } from '../../training/protocol/classMessages.ts';
import { createWorker } from '../trainingServices.ts';

/** A worker for one simulated class. */
export const connectClass: ConnectClass = (receive, fail) => {
  const worker = createWorker('class');
  // The worker is our own, so what it sends is what the types say.
  worker.addEventListener('message', ({ data }: MessageEvent<ClassEvent>) => receive(data));
  const stopped = (event: Event) => {
    event.preventDefault(); // the window need not report it
    fail('The worker that simulates the class has stopped; reload the page.');
  };
  worker.addEventListener('error', stopped);
  worker.addEventListener('messageerror', stopped);
  return {
    post: (command) => worker.postMessage(command),
    close: () => worker.terminate(),
  };
};
