import { constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';

const pieceSize = 65_536;

/**
 * The bytes of a file, a pipe or a device, in pieces. A pipe or a terminal from which nothing comes
 * delays neither signals nor the end of the program.
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
 * Node's event loop reads pipes and terminals; `createReadStream` would read them in a thread, and the
 * program could not end before the read does. A socket as standard input cannot be opened by its name.
 */
function open(path: string): Readable {
  if (path === '/dev/stdin') return process.stdin;
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if (isatty(fd)) return new ReadStream(fd);
  if (fstatSync(fd).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  return createReadStream(path, { fd, highWaterMark: pieceSize });
}
