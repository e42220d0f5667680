import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { createSharedSimdEngines } from '../../src/engines/simdEngine.ts';
import { dealtSamples } from '../../src/federated/client/dealtSamples.ts';
import { type ClientView, RoomClient } from '../../src/federated/client/roomClient.ts';
import { RoomLearner } from '../../src/federated/client/roomLearner.ts';
import { type RoomPlan, usualPlan, writePlan } from '../../src/federated/settings/roomPlan.ts';
import {
  type Board,
  type Command,
  isRefused,
  messageVersion,
  type Opened,
  type RoomSocket,
} from '../../src/federated/wire/roomMessages.ts';
import { listenOnFreePort } from '../../src/server/listenOnFreePort.ts';
import { type RoomServerOptions, startRooms } from '../../src/server/rooms/roomServer.ts';
import { connectRoom } from '../../src/training/room/connectRoom.ts';

/** A server with rooms on a free port of this machine; what is left out is as usual, and fast. */
export async function serveRooms(options: Partial<RoomServerOptions> = {}): Promise<string> {
  const http = createServer();
  const port = await listenOnFreePort(http, { host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${port}/`;
  const rooms = await startRooms(http, { addresses: [address], pace: 20, ...options });
  onTestFinished(() => rooms.close());
  return address;
}

/** A way to the rooms of a server; it is there when the promise settles. */
async function connected(address: string): Promise<RoomSocket> {
  const socket = connectRoom(address);
  onTestFinished(() => socket.close());
  await new Promise<void>((settle) => {
    socket.onconnection((isConnected) => {
      if (isConnected) settle();
    });
  });
  return socket;
}

interface Received {
  board: Board | undefined;
  readonly models: Uint8Array[];
  readonly changes: (readonly [seat: string, frame: Uint8Array])[];
}

/** A teacher with a room that the test has opened. */
export class TestTeacher {
  readonly socket: RoomSocket;
  readonly #opened: Opened;
  readonly #received: Received;

  private constructor(socket: RoomSocket, opened: Opened, received: Received) {
    this.socket = socket;
    this.#opened = opened;
    this.#received = received;
  }

  static async open(address: string, plan: RoomPlan = usualPlan): Promise<TestTeacher> {
    const socket = await connected(address);
    const received: Received = { board: undefined, models: [], changes: [] };
    socket.on('model', (frame) => void received.models.push(frame));
    socket.on('board', (board) => (received.board = board));
    socket.on('change', (...change) => void received.changes.push(change));
    const opened = await socket.ask('open', { version: messageVersion, plan: writePlan(plan) });
    if (isRefused(opened)) throw new Error(opened.sentence);
    return new TestTeacher(socket, opened, received);
  }

  /** The newest. */
  get board(): Board {
    return this.#received.board ?? this.#opened.board;
  }

  get owner(): string {
    return this.#opened.owner;
  }

  /** Every model that came, in order. */
  get models(): readonly Uint8Array[] {
    return this.#received.models;
  }

  get changes(): Received['changes'] {
    return this.#received.changes;
  }

  get code(): string {
    return this.board.code;
  }

  tell(command: Command): Promise<string> {
    return this.socket.ask('command', command);
  }
}

const createEngine = createSharedSimdEngines();

/** A device that learns as real ones do. */
export class TestDevice {
  readonly token: string;
  readonly client: RoomClient;
  /** All that its screen would have shown. */
  readonly views: ClientView[] = [];

  constructor(address: string, code: string, name: string, token = newToken()) {
    this.token = token;
    const socket = connectRoom(address);
    onTestFinished(() => socket.close());
    this.client = new RoomClient({
      socket,
      code,
      name,
      token,
      prepare: (plan, place) =>
        RoomLearner.create({
          plan,
          place,
          samples: dealtSamples(plan, place),
          createEngine,
          randomBytes: (count) => randomBytes(count),
        }),
      onchange: (view) => void this.views.push(view),
    });
  }

  get view(): ClientView {
    return this.client.view;
  }
}

function newToken(): string {
  return randomBytes(16).toString('hex');
}
