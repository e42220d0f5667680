import type { Socket } from 'socket.io';
import type { Tells } from '../../federated/wire/roomMessages.ts';
import type { Connection } from './connection.ts';
import { serverLimits } from './serverLimits.ts';

/** A connection of Socket.IO. One that does not read is let go: it would fill the memory. */
export class SocketConnection implements Connection {
  readonly #socket: Socket;
  /** Messages since all of them had gone. */
  #waiting = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.conn.on('drain', () => (this.#waiting = 0));
  }

  tell<Name extends keyof Tells>(name: Name, ...values: Tells[Name]): void {
    this.#waiting++;
    if (this.#waiting > serverLimits.waitingMessages) this.#socket.conn.close(true);
    else this.#socket.emit(name, ...values);
  }

  end(sentence: string): void {
    this.tell('over', sentence);
    this.#socket.disconnect(true);
  }
}
