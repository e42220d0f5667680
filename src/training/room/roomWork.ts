import type { Learned } from '../../federated/client/learner.ts';
import type { Answer } from '../../federated/room/roomEvents.ts';
import type { RoomPlan } from '../../federated/settings/roomPlan.ts';
import type { Scores } from '../../federated/simulation/classRun.ts';

/** A network over the plane, and what it is worth. */
export interface Look {
  /** As `Engine.field` gives it, over the window of the plan’s samples. */
  readonly field: Float32Array;
  /** On the evaluation set. */
  readonly scores: Scores;
}

/** What a page of a room has its worker do, and what comes back. */
export interface RoomWork {
  /** To be done first, and again for another plan; `place`: the hand of a device that learns. */
  readonly prepare: {
    readonly task: { readonly plan: RoomPlan; readonly place: number | undefined };
    readonly result: null;
  };
  readonly learn: {
    readonly task: { readonly model: Uint8Array; readonly poison: string };
    readonly result: Learned;
  };
  readonly settle: { readonly task: Answer; readonly result: null };
  /** Of parameters, or of the frame of a model. */
  readonly look: {
    readonly task: { readonly of: Uint8Array | Float32Array; readonly resolution: number };
    readonly result: Look;
  };
  /** Of a device, whose update was made from that model. */
  readonly lookAtChange: {
    readonly task: {
      readonly model: Uint8Array;
      readonly update: Uint8Array;
      readonly resolution: number;
    };
    readonly result: Look;
  };
}

export type WorkName = keyof RoomWork;

/** One piece of work on its way to the worker. */
export type WorkOrder = {
  readonly [Name in WorkName]: {
    readonly id: number;
    readonly name: Name;
    readonly task: RoomWork[Name]['task'];
  };
}[WorkName];

/** What comes back. */
export type WorkAnswer = { readonly id: number } & (
  { readonly result: RoomWork[WorkName]['result'] } | { readonly failed: string }
);

/** Does the work, wherever it is done. Rejects with a sentence. */
export interface RoomWorker {
  do<Name extends WorkName>(
    name: Name,
    task: RoomWork[Name]['task'],
  ): Promise<RoomWork[Name]['result']>;
  close(): void;
}
