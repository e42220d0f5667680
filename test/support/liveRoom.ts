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
export async function connected(address: string): Promise<RoomSocket> {
  const socket = connectRoom(address);
  onTestFinished(() => socket.close());
  await new Promise<void>((settle) => {
    socket.onconnection((isConnected) => {
      if (isConnected) settle();
    });
  });
  return socket;
}

/** A teacher with a room that the test has opened. */
export class TestTeacher {
  readonly socket: RoomSocket;
  readonly owner: string;
  board: Board;
  /** Every model that came, in order. */
  readonly models: Uint8Array[] = [];
  readonly changes: (readonly [string, Uint8Array])[] = [];

  private constructor(socket: RoomSocket, owner: string, board: Board) {
    this.socket = socket;
    this.owner = owner;
    this.board = board;
  }

  static async open(address: string, plan: RoomPlan = usualPlan): Promise<TestTeacher> {
    const socket = await connected(address);
    const early: Uint8Array[] = [];
    let teacher: TestTeacher | undefined;
    socket.on('model', (frame) => void (teacher?.models ?? early).push(frame));
    socket.on('board', (board) => {
      if (teacher) teacher.board = board;
    });
    socket.on('change', (...change) => void teacher?.changes.push(change));
    const opened = await socket.ask('open', { version: messageVersion, plan: writePlan(plan) });
    if (isRefused(opened)) throw new Error(opened.sentence);
    teacher = new TestTeacher(socket, opened.owner, opened.board);
    teacher.models.push(...early);
    return teacher;
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

export function newToken(): string {
  return randomBytes(16).toString('hex');
}
