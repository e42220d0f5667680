import { io } from 'socket.io-client';
import type { Asks, RoomSocket, Tells } from '../../federated/wire/roomMessages.ts';

/** Milliseconds that an answer may take. */
const patience = 10_000;

/**
 * The way to the rooms of a server. It is tried again by itself, at the latest after 5 seconds.
 * @param address of the site; `http://192.168.1.5:4173/`.
 */
export function connectRoom(address: string): RoomSocket {
  const socket = io(new URL(address).origin, {
    path: '/rooms/',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    timeout: 5000,
  });
  return {
    async ask<Name extends keyof Asks>(name: Name, value: Asks[Name]['value']) {
      if (!socket.connected) throw new Error('There is no connection to the room.');
      const answer: unknown = await socket.timeout(patience).emitWithAck(name, value);
      return answer as Asks[Name]['answer'];
    },
    on<Name extends keyof Tells>(name: Name, listener: (...values: Tells[Name]) => void) {
      socket.on<string>(name, (...values: unknown[]) => {
        listener(...(values.map(bytesIn) as unknown as Tells[Name]));
      });
    },
    onconnection(listener) {
      socket.on('connect', () => listener(true));
      socket.on('disconnect', () => listener(false));
      if (socket.connected) listener(true);
    },
    close: () => void socket.close(),
  };
}

/** A browser gives bytes as a buffer, Node as a view. */
function bytesIn(value: unknown): unknown {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value;
}
