import type { Command } from './protocol/commands.ts';
import type { SessionEvent } from './protocol/events.ts';
import type { WorkerPort } from './workerPort.ts';

/** The page's side of a session. */
export interface PoolClient {
  receive(event: SessionEvent): void;
  /** The worker of the session crashed: the session is gone, and in no worker any more. */
  crash(event: Event): void;
}

interface PooledWorker {
  readonly port: WorkerPort;
  /** By number of the session. */
  readonly clients: Map<number, PoolClient>;
}

/**
 * The workers of a page. They are started when they are needed; a session goes to the worker with
 * the fewest, and a worker without sessions is ended.
 */
export class WorkerPool {
  readonly #createWorker: () => WorkerPort;
  readonly #size: number;
  #workers: readonly PooledWorker[] = [];
  #sessions = 0;

  /** `size`: workers at most, at least 1. */
  constructor(createWorker: () => WorkerPort, size: number) {
    this.#createWorker = createWorker;
    this.#size = size;
  }

  /** A number for a new session. */
  newSession(): number {
    this.#sessions++;
    return this.#sessions;
  }

  /** Puts a session, which must be in no worker, into one. Throws when none can be started. */
  place(session: number, client: PoolClient): void {
    this.#leastBusy().clients.set(session, client);
  }

  /** Posts a command to the worker of its session; drops it where that is in none. */
  post(command: Command): void {
    this.#workerOf(command.session)?.port.postMessage(command, []);
  }

  /** Takes a session out of its worker. */
  remove(session: number): void {
    const worker = this.#workerOf(session);
    worker?.clients.delete(session);
    if (worker?.clients.size === 0) this.#end(worker);
  }

  #workerOf(session: number): PooledWorker | undefined {
    return this.#workers.find(({ clients }) => clients.has(session));
  }

  #leastBusy(): PooledWorker {
    const best = this.#workers.toSorted((a, b) => a.clients.size - b.clients.size).at(0);
    if (best && this.#workers.length >= this.#size) return best;
    try {
      return this.#start();
    } catch (error) {
      if (best) return best;
      throw error;
    }
  }

  #start(): PooledWorker {
    const worker: PooledWorker = { port: this.#createWorker(), clients: new Map() };
    // A worker that has ended may have sent something that is still on its way.
    const listen = (type: 'message' | 'error' | 'messageerror', take: (event: Event) => void) =>
      worker.port.addEventListener(type, (event) => {
        if (this.#workers.includes(worker)) take(event);
      });
    listen('message', (event) => receive(worker, event));
    listen('error', (event) => this.#crash(worker, event));
    listen('messageerror', (event) => this.#crash(worker, event));
    this.#workers = [...this.#workers, worker];
    return worker;
  }

  #end(worker: PooledWorker): void {
    this.#workers = this.#workers.filter((other) => other !== worker);
    worker.port.terminate();
  }

  #crash(worker: PooledWorker, event: Event): void {
    event.preventDefault(); // it is dealt with here, the window need not report it
    this.#end(worker);
    for (const client of worker.clients.values()) client.crash(event);
  }
}

function receive({ clients }: PooledWorker, event: Event): void {
  // The worker is our own, so what it sends is what the types say.
  const { data } = event as MessageEvent<SessionEvent>;
  clients.get(data.session)?.receive(data);
}
