import type { Command } from '../../src/training/protocol/commands.ts';
import type { EventBody } from '../../src/training/protocol/events.ts';
import type { SignBody } from '../../src/training/protocol/signs.ts';
import type { WorkerPort } from '../../src/training/workerPort.ts';

type EventName = Parameters<WorkerPort['addEventListener']>[0];

/** A worker that the test controls: it keeps what it was sent, and answers or crashes on demand. */
export class WorkerDouble implements WorkerPort {
  /** All commands but the pings. */
  readonly sent: Command[] = [];
  /** Numbers of the pings that were sent. */
  readonly pings: number[] = [];
  terminated = false;
  readonly #target = new EventTarget();

  postMessage(message: unknown, transfer: Transferable[]): void {
    // A real worker gets a copy, and transferred buffers are detached here.
    const command = structuredClone(message, { transfer }) as Command;
    if (command.kind === 'ping') this.pings.push(command.ping);
    else this.sent.push(command);
  }

  addEventListener(type: EventName, listener: (event: Event) => void): void {
    this.#target.addEventListener(type, listener);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Delivers an event of a session. */
  deliver(event: EventBody | SignBody, run = 1, session = 1): void {
    this.deliverData({ ...event, session, run });
  }

  /** Delivers a message of another kind of worker. */
  deliverData(message: unknown): void {
    const data = structuredClone(message);
    this.#target.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** Crashes; the page gets an error with this message. */
  fail(message: string): void {
    this.#target.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  /** Sends a message that the page cannot read. */
  garble(): void {
    this.#target.dispatchEvent(new MessageEvent('messageerror'));
  }

  get kinds(): string[] {
    return this.sent.map(({ kind }) => kind);
  }
}
