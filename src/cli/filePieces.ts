import { constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';

const pieceSize = 65_536;

/**
 * The bytes of a file, a pipe or a device, in pieces. No wait for them keeps signals from being
 * seen or the program from ending, also where nobody ever writes to the pipe.
 * @throws what the system reports, and an AbortError once `interrupted` is.
 */
export async function* filePieces(
  path: string,
  interrupted: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const piece of addAbortSignal(interrupted, open(path))) {
    if (piece instanceof Uint8Array) yield piece;
  }
}

/**
 * Pipes and terminals are read by Node's event loop; a thread that waits for them in a read could
 * not be ended. A socket as standard input cannot be opened by its name.
 */
function open(path: string): Readable {
  if (path === '/dev/stdin') return process.stdin;
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if (isatty(fd)) return new ReadStream(fd);
  if (fstatSync(fd).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  return createReadStream(path, { fd, highWaterMark: pieceSize });
}
