import type { Command, Report } from '../../src/training/protocol/messages.ts';
import type { WorkerPort } from '../../src/training/client.ts';

type EventName = Parameters<WorkerPort['addEventListener']>[0];

/** A worker whose part the test plays: it keeps what it was sent, and delivers and dies on demand. */
export class WorkerDouble implements WorkerPort {
  readonly sent: Command[] = [];
  terminated = false;
  readonly #target = new EventTarget();

  postMessage(message: unknown, transfer: Transferable[]): void {
    // What a real worker gets is a copy, and the buffers are gone here.
    this.sent.push(structuredClone(message, { transfer }) as Command);
  }

  addEventListener(type: EventName, listener: (event: Event) => void): void {
    this.#target.addEventListener(type, listener);
  }

  terminate(): void {
    this.terminated = true;
  }

  deliver(report: Report, run = 1): void {
    this.deliverData({ ...report, run });
  }

  /** Of another kind of worker. */
  deliverData(message: unknown): void {
    const data = structuredClone(message);
    this.#target.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(message: string): void {
    this.#target.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  garble(): void {
    this.#target.dispatchEvent(new MessageEvent('messageerror'));
  }

  get kinds(): string[] {
    return this.sent.map(({ kind }) => kind);
  }
}
