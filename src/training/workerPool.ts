import type { Command } from './protocol/commands.ts';
import type { SessionMessage } from './protocol/signs.ts';
import type { WorkerPort } from './workerPort.ts';

/** What has happened to a worker: the end of a sentence. */
export type WorkerTrouble = 'stopped unexpectedly' | 'stopped answering';

/** The page's side of a session. */
export interface PoolClient {
  receive(message: SessionMessage): void;
  /** The worker of the session is gone, and with it the session, which is in no worker any more. */
  crash(trouble: WorkerTrouble, cause?: Event): void;
}

interface PooledWorker {
  readonly port: WorkerPort;
  /** By number of the session. */
  readonly clients: Map<number, PoolClient>;
  /** The sessions that do a piece of work that may take long. */
  readonly hard: Set<number>;
  /** Whether anything has come from it; before, its script may still be on its way. */
  heard: boolean;
  /** Whether a session has left it because it did not answer. */
  suspect: boolean;
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
    worker?.hard.delete(session);
    if (worker?.clients.size === 0) this.#end(worker);
  }

  /** Takes a session out of a worker that does not answer, and lets no session into that any more. */
  leave(session: number): void {
    const worker = this.#workerOf(session);
    if (worker) worker.suspect = true;
    this.remove(session);
  }

  /** Gives up the worker of a session because it hangs: all its sessions are told of a crash. */
  giveUp(session: number): void {
    const worker = this.#workerOf(session);
    if (worker) this.#crash(worker, 'stopped answering');
  }

  /** Whether the session's worker may be silent for long: it starts, or one of its sessions says so. */
  mayTakeLong(session: number): boolean {
    const worker = this.#workerOf(session);
    return worker !== undefined && (!worker.heard || worker.hard.size > 0);
  }

  #workerOf(session: number): PooledWorker | undefined {
    return this.#workers.find(({ clients }) => clients.has(session));
  }

  #leastBusy(): PooledWorker {
    const sound = this.#workers.filter(({ suspect }) => !suspect);
    const best = sound.toSorted((a, b) => a.clients.size - b.clients.size).at(0);
    if (best && (best.clients.size === 0 || sound.length >= this.#size)) return best;
    try {
      return this.#start();
    } catch (error) {
      if (best) return best;
      throw error;
    }
  }

  #start(): PooledWorker {
    const worker: PooledWorker = {
      port: this.#createWorker(),
      clients: new Map(),
      hard: new Set(),
      heard: false,
      suspect: false,
    };
    // A worker that has ended may have sent something that is still on its way.
    const listen = (type: 'message' | 'error' | 'messageerror', take: (event: Event) => void) =>
      worker.port.addEventListener(type, (event) => {
        if (this.#workers.includes(worker)) take(event);
      });
    const crash = (event: Event) => {
      event.preventDefault(); // it is dealt with here, the window need not report it
      this.#crash(worker, 'stopped unexpectedly', event);
    };
    listen('message', (event) => receive(worker, event));
    listen('error', crash);
    listen('messageerror', crash);
    this.#workers = [...this.#workers, worker];
    return worker;
  }

  #end(worker: PooledWorker): void {
    this.#workers = this.#workers.filter((other) => other !== worker);
    worker.port.terminate();
  }

  #crash(worker: PooledWorker, trouble: WorkerTrouble, cause?: Event): void {
    this.#end(worker);
    for (const client of worker.clients.values()) client.crash(trouble, cause);
  }
}

function receive(worker: PooledWorker, event: Event): void {
  // The worker is our own, so what it sends is what the types say.
  const { data } = event as MessageEvent<SessionMessage>;
  worker.heard = true;
  if (data.kind === 'effort') {
    if (data.hard) worker.hard.add(data.session);
    else worker.hard.delete(data.session);
  }
  worker.clients.get(data.session)?.receive(data);
}
