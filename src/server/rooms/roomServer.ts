import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { roomLimits } from '../../federated/room/roomLimits.ts';
import type { Asks } from '../../federated/wire/roomMessages.ts';
import { allowsOrigin } from './allowsOrigin.ts';
import { noStore, type RoomStore } from './roomStore.ts';
import { Rooms } from './rooms.ts';
import { serverLimits as limits } from './serverLimits.ts';
import { SocketConnection } from './socketConnection.ts';
import type { RoomClock } from './surroundings.ts';
import { Visitor } from './visitor.ts';
import { WrongCodes } from './wrongCodes.ts';

/** What rooms on a server need. */
export interface RoomServerOptions {
  /** Of the site, for other devices. */
  readonly addresses: readonly string[];
  /** Where rooms survive; without one they end with the server. */
  readonly store?: RoomStore | undefined;
  /** Takes sentences for whoever looks after the server. */
  readonly complain?: ((sentence: string) => void) | undefined;
  /** Called with the code of a room that was opened. */
  readonly onopen?: ((code: string) => void) | undefined;
  readonly mostSeats?: number | undefined;
  readonly pace?: number | undefined;
  readonly connectionsPerAddress?: number | undefined;
}

/** Rooms that take part in a server's connections. */
export interface RoomServer {
  /** Stores the rooms and ends the connections. */
  close(): Promise<void>;
}

const names: readonly (keyof Asks)[] = ['hello', 'update', 'leave', 'open', 'own', 'command'];

/** Where on the site the connections are. */
const roomPath = '/rooms/';

const clock: RoomClock = {
  now: () => performance.now(),
  later(call, milliseconds) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Serves rooms over web sockets on the port of a server. */
export async function startRooms(
  http: HttpServer,
  options: RoomServerOptions,
): Promise<RoomServer> {
  const { addresses, store = noStore, complain = () => undefined, onopen } = options;
  const { mostSeats = roomLimits.mostSeats, pace = limits.pace } = options;
  const rooms = new Rooms({ clock, store, addresses, complain, mostSeats, pace });
  await rooms.restore();
  const wrongCodes = new WrongCodes(clock.now());
  const crowd = new Crowd(options.connectionsPerAddress ?? limits.connectionsPerAddress);
  const io = new Server(http, {
    path: roomPath,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: limits.messageBytes,
    pingInterval: limits.ping,
    pingTimeout: limits.ping,
    connectTimeout: limits.connecting,
    allowRequest: (request, answer) => answer(null, crowd.admits(request)),
  });
  io.engine.on('connection', (connection: { readonly request: IncomingMessage } & Closing) => {
    crowd.add(connection.request, connection);
  });
  io.on('connection', (socket) => {
    const visitor = new Visitor({
      rooms,
      wrongCodes,
      connection: new SocketConnection(socket),
      address: socket.handshake.address,
      now: () => clock.now(),
      onopen: (room) => onopen?.(room.code),
    });
    receiveFrom(socket, visitor);
  });
  return {
    async close() {
      await rooms.close();
      await io.close();
    },
  };
}

function receiveFrom(socket: Socket, visitor: Visitor): void {
  for (const name of names) {
    socket.on(name, (...values: readonly unknown[]) => {
      const last = values.at(-1);
      const reply = typeof last === 'function' ? (last as (answer: unknown) => void) : undefined;
      visitor.receive(name, values.at(0), reply ?? (() => undefined));
    });
  }
  socket.onAny((name) => {
    if (!names.some((known) => known === name)) visitor.misbehave('It sends unknown messages');
  });
  const impatience = setTimeout(() => {
    if (!visitor.isKnown) socket.disconnect(true);
  }, limits.greeting);
  socket.on('disconnect', () => {
    clearTimeout(impatience);
    visitor.leave();
  });
}

interface Closing {
  once(event: 'close', listener: () => void): void;
}

/** Counts the connections, of all and by address. */
class Crowd {
  readonly #perAddress: number;
  readonly #counts = new Map<string, number>();
  #count = 0;

  constructor(perAddress: number) {
    this.#perAddress = perAddress;
  }

  admits({ headers, socket }: IncomingMessage): boolean {
    const here = this.#counts.get(socket.remoteAddress ?? '') ?? 0;
    const hasRoom = this.#count < limits.connections && here < this.#perAddress;
    return hasRoom && allowsOrigin(headers.origin, headers.host);
  }

  add({ socket }: IncomingMessage, connection: Closing): void {
    const address = socket.remoteAddress ?? '';
    this.#change(address, 1);
    connection.once('close', () => this.#change(address, -1));
  }

  #change(address: string, by: number): void {
    this.#count += by;
    const count = (this.#counts.get(address) ?? 0) + by;
    if (count > 0) this.#counts.set(address, count);
    else this.#counts.delete(address);
  }
}
