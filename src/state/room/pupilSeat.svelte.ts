import { dealtSamples } from '../../federated/client/dealtSamples.ts';
import type { Learner } from '../../federated/client/learner.ts';
import { type ClientView, RoomClient } from '../../federated/client/roomClient.ts';
import { type RoomPlan, usualPlan } from '../../federated/settings/roomPlan.ts';
import type { Scores } from '../../federated/simulation/classRun.ts';
import type { RoomSocket } from '../../federated/wire/roomMessages.ts';
import type { RoomWorker } from '../../training/room/roomWork.ts';
import type { FieldPlanes } from '../plot/plotField.svelte.ts';
import type { KeptSeat } from './keptSeats.ts';
import { planesOf, roomResolutions, roomView } from './roomView.ts';

/** Whose boundary is shown. */
export const boundaries = [
  { name: 'own', label: 'my own' },
  { name: 'class', label: 'the class’s' },
  { name: 'both', label: 'both' },
] as const;
export type BoundaryName = (typeof boundaries)[number]['name'];

/** A network as it is shown. */
export interface ShownNetwork {
  readonly planes: FieldPlanes;
  readonly scores: Scores;
}

/** What a seat needs. */
export interface PupilOptions {
  readonly seat: KeptSeat;
  readonly socket: RoomSocket;
  readonly worker: RoomWorker;
}

/** A device in a room: its state, its own network and that of the class. */
export class PupilSeat {
  readonly #worker: RoomWorker;
  readonly #client: RoomClient;
  #view = $state.raw<ClientView>();
  #plan = $state.raw<RoomPlan>(usualPlan);
  #place = $state(0);
  #class = $state.raw<ShownNetwork>();
  #own = $state.raw<ShownNetwork>();
  #boundary = $state<BoundaryName>('both');
  readonly #room = $derived(roomView(this.#plan));
  readonly #samples = $derived(dealtSamples(this.#plan, this.#place));

  constructor({ seat, socket, worker }: PupilOptions) {
    this.#worker = worker;
    this.#client = new RoomClient({
      socket,
      code: seat.code,
      name: seat.name,
      token: seat.token,
      prepare: (plan, place) => this.#prepare(plan, place),
      onchange: (view) => this.#receive(view),
    });
  }

  /** Undefined until the server has been heard of. */
  get view(): ClientView | undefined {
    return this.#view;
  }

  get room() {
    return this.#room;
  }

  /** Its own; they stay here. */
  get samples() {
    return this.#samples;
  }

  get classNetwork(): ShownNetwork | undefined {
    return this.#class;
  }

  get ownNetwork(): ShownNetwork | undefined {
    return this.#own;
  }

  get boundary(): BoundaryName {
    return this.#boundary;
  }

  /** Empty, or what the user should know. */
  get problem(): string {
    return this.#view?.sentence ?? '';
  }

  show(boundary: BoundaryName): void {
    this.#boundary = boundary;
  }

  leave(): Promise<void> {
    return this.#client.leave();
  }

  async #prepare(plan: RoomPlan, place: number): Promise<Learner> {
    this.#plan = plan;
    this.#place = place;
    this.#class = undefined;
    this.#own = undefined;
    await this.#worker.do('prepare', { plan, place });
    // A model that came before this is shown now.
    const { model } = this.#client.view;
    if (model) this.#lookAt(model, (shown) => (this.#class = shown));
    return {
      learn: (bytes, poison) => this.#worker.do('learn', { model: bytes, poison }),
      settle: (answer) => void this.#worker.do('settle', answer).catch(() => undefined),
    };
  }

  #receive(view: ClientView): void {
    const before = this.#view;
    this.#view = view;
    if (view.model && view.model !== before?.model) {
      this.#lookAt(view.model, (shown) => (this.#class = shown));
    }
    if (view.local && view.local !== before?.local) {
      this.#lookAt(view.local, (shown) => (this.#own = shown));
    }
  }

  #lookAt(of: Uint8Array | Float32Array, show: (shown: ShownNetwork) => void): void {
    const room = this.#room;
    const task = { of, resolution: roomResolutions.large };
    this.#worker.do('look', task).then(
      ({ field, scores }) => {
        if (room === this.#room) show({ planes: planesOf(field, room), scores });
      },
      () => undefined, // of a network that is being replaced; the next one is on its way
    );
  }
}
