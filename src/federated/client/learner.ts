import type { Answer } from '../room/roomEvents.ts';

/** What a device has made of a model. */
export interface Learned {
  /** The frame to send. */
  readonly update: Uint8Array<ArrayBuffer>;
  /** Its own parameters after the work. */
  readonly local: Float32Array;
}

/** Learns for a device: in this thread, or in a worker. */
export interface Learner {
  /**
   * @param model the frame as it came.
   * @param poison name of a poison, or empty.
   */
  learn(model: Uint8Array, poison: string): Promise<Learned>;
  /** Says what became of the update sent last. */
  settle(answer: Answer): void;
}
