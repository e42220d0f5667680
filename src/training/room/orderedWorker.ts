import type { RoomWork, RoomWorker, WorkAnswer, WorkName, WorkOrder } from './roomWork.ts';

/** A worker as far as orders need it. */
export interface OrderPort {
  postMessage(order: WorkOrder): void;
  addEventListener(name: 'message', listener: (event: MessageEvent<WorkAnswer>) => void): void;
  addEventListener(name: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

interface Waiting {
  readonly resolve: (result: RoomWork[WorkName]['result']) => void;
  readonly reject: (problem: Error) => void;
}

const stopped = 'The worker that learns has stopped; reload the page.';

/** Sends orders to a worker; each promise settles, when the worker dies too. */
export function orderedWorker(port: OrderPort): RoomWorker {
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let isDead = false;
  port.addEventListener('message', ({ data }) => {
    const order = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failed' in data) order?.reject(new Error(data.failed));
    else order?.resolve(data.result);
  });
  const die = (event?: Event) => {
    event?.preventDefault(); // the window need not report it
    isDead = true;
    for (const { reject } of waiting.values()) reject(new Error(stopped));
    waiting.clear();
  };
  port.addEventListener('error', die);
  port.addEventListener('messageerror', die);
  return {
    do<Name extends WorkName>(name: Name, task: RoomWork[Name]['task']) {
      const id = orders++;
      return new Promise<RoomWork[Name]['result']>((resolve, reject) => {
        if (isDead) {
          reject(new Error(stopped));
          return;
        }
        // The worker is our own: an order goes with its task, and its answer is what the table says.
        waiting.set(id, { resolve, reject });
        port.postMessage({ id, name, task } as WorkOrder);
      });
    },
    close() {
      port.terminate();
      die();
    },
  };
}
