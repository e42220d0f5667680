import {
  type PlanText,
  readPlan,
  type RoomPlan,
  usualPlan,
  writePlan,
} from '../../federated/settings/roomPlan.ts';
import type { ClassSettings } from '../../federated/settings/classSettings.ts';
import {
  type Board,
  type Command,
  isRefused,
  messageVersion,
  type Opened,
  type Refused,
  type RoomSocket,
} from '../../federated/wire/roomMessages.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { RoomWorker } from '../../training/room/roomWork.ts';
import type { Timer } from '../../training/timer.ts';
import type { FieldPlanes } from '../plot/plotField.svelte.ts';
import type { KeptSeats } from './keptSeats.ts';
import type { ShownNetwork } from './pupilSeat.svelte.ts';
import type { SettableClass } from '../class/settableClass.ts';
import { RoomCurves } from './roomCurves.svelte.ts';
import { planesOf, roomResolutions, roomView } from './roomView.ts';

/** Milliseconds after which a server that has not been heard of counts as missing. */
const patience = 4000;

/** What each device’s own network predicts, by seat. */
type DevicePlanes = Readonly<Record<string, FieldPlanes | undefined>>;

export interface TaughtOptions {
  readonly socket: RoomSocket;
  readonly worker: RoomWorker;
  readonly kept: KeptSeats;
  readonly timer: Timer;
  /** What a new room learns. */
  readonly plan?: RoomPlan;
}

/** Where a teacher's page stands. */
export type TeachingPhase = 'looking' | 'missing' | 'open' | 'away' | 'over';

/** A room on its teacher's projector. */
export class TaughtRoom implements SettableClass {
  readonly curves = new RoomCurves();
  readonly #options: TaughtOptions;
  #phase = $state<TeachingPhase>('looking');
  #board = $state.raw<Board>();
  #plan = $state.raw<RoomPlan>(usualPlan);
  #class = $state.raw<ShownNetwork>();
  #devices = $state.raw<DevicePlanes>({});
  #sentence = $state('');
  #planText = '';
  /** What was asked for, until it is answered. */
  #asked: RoomPlan | undefined;
  #model: Uint8Array | undefined;
  readonly #view = $derived(roomView(this.#plan));
  readonly #cancel: () => void;

  constructor(options: TaughtOptions) {
    this.#options = options;
    const { socket, timer, plan = usualPlan } = options;
    this.#plan = plan;
    socket.on('board', (board) => this.#takeBoard(board));
    socket.on('model', (frame) => this.#takeModel(frame));
    socket.on('change', (seat, frame) => this.#takeChange(seat, frame));
    socket.on('over', (sentence) => this.#end(sentence));
    socket.onconnection((isThere) => {
      if (this.#phase === 'over') return;
      if (isThere) void this.#greet();
      else if (this.#phase === 'open') this.#phase = 'away';
    });
    this.#cancel = timer.later(() => {
      if (this.#phase === 'looking') this.#phase = 'missing';
    }, patience);
  }

  get phase(): TeachingPhase {
    return this.#phase;
  }

  /** Undefined until the room is open. */
  get board(): Board | undefined {
    return this.#board;
  }

  get plan(): RoomPlan {
    return this.#plan;
  }

  get view() {
    return this.#view;
  }

  get classNetwork(): ShownNetwork | undefined {
    return this.#class;
  }

  /** What each device's own network predicts after its last work, by seat. */
  get devices(): DevicePlanes {
    return this.#devices;
  }

  /** Why something was not done, a full sentence; empty after the next thing that was. */
  get sentence(): string {
    return this.#sentence;
  }

  /** Settles with whether it was done. */
  async tell(command: Command): Promise<boolean> {
    try {
      const refusal = await this.#options.socket.ask('command', command);
      if (command.kind === 'end' && refusal === '') this.#options.kept.keepRoom(undefined);
      this.#sentence = refusal;
    } catch {
      this.#sentence = 'The server does not answer; nothing was changed.';
    }
    return this.#sentence === '';
  }

  get dataset() {
    return datasetNamed(this.#plan.recipe.set);
  }

  get settings(): ClassSettings {
    return this.#plan.class;
  }

  get training(): TrainingSpecification {
    return this.#plan.training;
  }

  /** The class begins anew with another data set, and the hidden layers that it wishes. */
  choose(set: string): void {
    const { hidden, classes } = datasetNamed(set);
    const layers = hidden.map((units) => ({ units, activation: 'relu' }));
    void this.#changePlan(({ recipe, network }) => ({
      recipe: { ...recipe, set },
      network: { ...network, hidden: layers, classes },
    }));
  }

  change(settings: Partial<ClassSettings>): void {
    void this.#changePlan((plan) => ({ class: { ...plan.class, ...settings } }));
  }

  train(training: Partial<TrainingSpecification>): void {
    void this.#changePlan((plan) => ({ training: { ...plan.training, ...training } }));
  }

  /** The room goes on without this page until it is ended. */
  close(): void {
    this.#cancel();
    this.#options.socket.close();
    this.#options.worker.close();
  }

  /** On top of what was asked for a moment ago. */
  async #changePlan(change: (plan: RoomPlan) => Partial<RoomPlan>): Promise<void> {
    const before = this.#asked ?? this.#plan;
    const asked = { ...before, ...change(before) };
    this.#asked = asked;
    const isDone = await this.tell({ kind: 'plan', plan: writePlan(asked) });
    if (this.#asked !== asked) return;
    this.#asked = undefined;
    if (isDone) this.#takePlan(writePlan(asked));
  }

  async #greet(): Promise<void> {
    const { socket, kept } = this.#options;
    try {
      const { room } = kept;
      const back = room && (await socket.ask('own', { version: messageVersion, ...room }));
      const answer = back && !isRefused(back) ? back : await this.#openNew(back);
      if (isRefused(answer)) {
        this.#end(answer.sentence);
        return;
      }
      kept.keepRoom({ code: answer.board.code, owner: answer.owner });
      this.#phase = 'open';
      this.#takeBoard(answer.board);
    } catch {
      // The way was lost again; the socket calls when it is back.
    }
  }

  /** The room of last time is gone, or there was none. */
  #openNew(refused: Refused | undefined): Promise<Opened | Refused> | Refused {
    if (refused && refused.refused !== 'code') return refused;
    const opening = { version: messageVersion, plan: writePlan(this.#plan) };
    return this.#options.socket.ask('open', opening);
  }

  #takeBoard(board: Board): void {
    this.#board = board;
    if (board.lastRound) this.curves.count(board.seats);
    this.#takePlan(board.plan);
  }

  #takePlan(plan: PlanText): void {
    const text = JSON.stringify(plan);
    if (text === this.#planText) return;
    this.#planText = text;
    this.#plan = readPlan(plan);
    this.#class = undefined;
    this.#devices = {};
    this.curves.forget();
    void this.#options.worker
      .do('prepare', { plan: this.#plan, place: undefined })
      .then(() => this.#model && this.#takeModel(this.#model))
      .catch((problem: unknown) => (this.#sentence = sentenceOf(problem)));
  }

  #takeModel(model: Uint8Array): void {
    this.#model = model;
    const view = this.#view;
    const task = { of: model, resolution: roomResolutions.large };
    this.#options.worker.do('look', task).then(
      ({ field, scores }) => {
        if (view !== this.#view) return;
        this.#class = { planes: planesOf(field, view), scores };
        this.curves.add(roundOf(model), scores);
      },
      () => undefined, // of a network that is being replaced
    );
  }

  #takeChange(seat: string, update: Uint8Array): void {
    const model = this.#model;
    if (!model) return;
    const view = this.#view;
    const task = { model, update, resolution: roomResolutions.small };
    this.#options.worker.do('lookAtChange', task).then(
      ({ field }) => {
        if (view !== this.#view) return;
        this.#devices = { ...this.#devices, [seat]: planesOf(field, view) };
      },
      () => undefined,
    );
  }

  #end(sentence: string): void {
    this.#phase = 'over';
    this.#sentence = sentence;
    this.#options.socket.close();
  }
}

/** The round of a frame: bytes 8 to 11 in the protocol. */
function roundOf({ buffer, byteOffset, byteLength }: Uint8Array): number {
  return new DataView(buffer, byteOffset, byteLength).getUint32(8, true);
}

function sentenceOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
