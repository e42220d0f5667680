import type { Answer } from '../room/roomEvents.ts';
import { readPlan, type RoomPlan } from '../settings/roomPlan.ts';
import {
  type Hello,
  isRefused,
  messageVersion,
  type ModelNote,
  type RoomSocket,
  type SeatState,
} from '../wire/roomMessages.ts';
import type { Learned, Learner } from './learner.ts';

/** What a device is doing. */
export type ClientPhase =
  /** It looks for the server, and asks again by itself. */
  | 'away'
  /** It has a seat; its turn is in the next round. */
  | 'waiting'
  | 'training'
  /** Its update of this round has been taken. */
  | 'sent'
  /** It has no seat and asks for none: `ClientView.sentence` says why. */
  | 'over';

/** A device of a class as its screen shows it. */
export interface ClientView {
  readonly phase: ClientPhase;
  /** Undefined until it has had a seat. */
  readonly state: SeatState | undefined;
  /** Empty, or what the user should know. */
  readonly sentence: string;
  /** The newest model of the class, the frame as it came. */
  readonly model: Uint8Array | undefined;
  readonly note: ModelNote | undefined;
  /** Its own parameters after its last work. */
  readonly local: Float32Array | undefined;
  /** The answer to its last update. */
  readonly answer: Answer | 'rate' | undefined;
}

/** What a device brings along. */
export interface RoomClientOptions {
  readonly socket: RoomSocket;
  readonly code: string;
  readonly name: string;
  /** Kept by the device: with it the seat comes back. */
  readonly token: string;
  /** Makes what learns for this plan and place; called again when they change. */
  readonly prepare: (plan: RoomPlan, place: number) => Promise<Learner>;
  /** Called after each change. */
  readonly onchange: (view: ClientView) => void;
}

/** A device in a room: takes its seat again whenever the way to the server is back. */
export class RoomClient {
  readonly #options: RoomClientOptions;
  #view: ClientView = {
    phase: 'away',
    state: undefined,
    sentence: '',
    model: undefined,
    note: undefined,
    local: undefined,
    answer: undefined,
  };
  #learner: Promise<Learner> | undefined;
  /** What the learner was made for. */
  #preparedFor = '';
  #isSeated = false;
  #isBusy = false;
  /** A model that came while the device was at work; only the newest counts. */
  #next: Uint8Array | undefined;

  constructor(options: RoomClientOptions) {
    this.#options = options;
    const { socket } = options;
    socket.on('model', (frame, note) => this.#takeModel(frame, note));
    socket.on('state', (state) => this.#takeState(state));
    socket.on('over', (sentence) => this.#end(sentence));
    socket.onconnection((isConnected) => {
      if (this.#view.phase === 'over') return;
      this.#isSeated = false;
      this.#change({ phase: 'away' });
      if (isConnected) void this.#greet();
    });
  }

  get view(): ClientView {
    return this.#view;
  }

  /** Gives the seat back. */
  async leave(): Promise<void> {
    if (this.#isSeated) await this.#options.socket.ask('leave', null).catch(() => undefined);
    this.#end('');
  }

  async #greet(): Promise<void> {
    const { socket, code, token } = this.#options;
    const name = this.#view.state?.name ?? this.#options.name;
    const hello: Hello = { version: messageVersion, code, name, token };
    try {
      const answer = await socket.ask('hello', hello);
      if (this.#view.phase === 'over') return;
      if (isRefused(answer)) {
        this.#end(answer.sentence);
        return;
      }
      this.#isSeated = true;
      this.#change({ phase: 'waiting', sentence: '' });
      this.#takeState(answer);
    } catch {
      // The way was lost again; the socket calls when it is back.
    }
  }

  #takeState(state: SeatState): void {
    if (this.#view.phase === 'over') return;
    this.#change({ state });
    const wanted = JSON.stringify([state.plan, state.place]);
    if (wanted === this.#preparedFor) return;
    this.#preparedFor = wanted;
    // What belongs to the plan before: a model that waits, and why it could not be learned.
    this.#next = undefined;
    this.#change({ sentence: '' });
    try {
      this.#learner = this.#options.prepare(readPlan(state.plan), state.place);
      this.#learner.catch((problem: unknown) => this.#fail(problem));
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      this.#fail(problem);
    }
  }

  #takeModel(model: Uint8Array, note: ModelNote): void {
    if (this.#view.phase === 'over') return;
    this.#change({ model, note });
    if (!note.asked) return;
    this.#next = model;
    void this.#workOn();
  }

  async #workOn(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#next && this.#view.phase !== 'over') {
      const model = this.#next;
      this.#next = undefined;
      try {
        await this.#work(model);
      } catch (problem) {
        this.#fail(problem);
      }
    }
    this.#isBusy = false;
  }

  async #work(model: Uint8Array): Promise<void> {
    const learner = await this.#learner;
    if (!learner) return;
    this.#change({ phase: 'training' });
    const { update, local } = await learner.learn(model, this.#view.state?.poison ?? '');
    this.#change({ local });
    // A newer model makes this update stale.
    if (this.#next || !this.#isSeated) return;
    await this.#send(learner, update);
  }

  async #send(learner: Learner, update: Learned['update']): Promise<void> {
    const answer = await this.#options.socket.ask('update', update).catch(() => undefined);
    if (answer === undefined) return;
    if (answer !== 'rate') learner.settle(answer);
    this.#change({ answer });
    this.#change({ phase: answer === 'ok' || answer === 'dup' ? 'sent' : 'waiting' });
  }

  #fail(problem: unknown): void {
    const phase = this.#view.phase === 'training' ? 'waiting' : this.#view.phase;
    this.#change({ phase, sentence: problem instanceof Error ? problem.message : String(problem) });
  }

  #end(sentence: string): void {
    this.#isSeated = false;
    this.#change({ phase: 'over', sentence });
    this.#options.socket.close();
  }

  #change(change: Partial<ClientView>): void {
    if (this.#view.phase === 'over') return;
    this.#view = { ...this.#view, ...change };
    this.#options.onchange(this.#view);
  }
}
