import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** All that has passed a relay, as it was meant: what browsers mask in web sockets is unmasked. */
export interface WireTap {
  /** Of the relay, in place of that of the server. */
  readonly address: string;
  /** Each connection's bytes in each direction. */
  readonly heard: () => readonly Buffer[];
}

/** Puts itself between devices and the server at that address. */
export async function tapWire(address: string): Promise<WireTap> {
  const { hostname, port } = new URL(address);
  const streams: { readonly isMasked: boolean; readonly pieces: Buffer[] }[] = [];
  const sockets = new Set<Socket>();
  const listen = (socket: Socket, other: Socket, isMasked: boolean) => {
    const pieces: Buffer[] = [];
    streams.push({ isMasked, pieces });
    sockets.add(socket);
    socket.on('data', (data) => {
      pieces.push(data);
      other.write(data);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => other.destroy());
  };
  const relay = createServer((device) => {
    const server = connect(Number(port), hostname);
    listen(device, server, true);
    listen(server, device, false);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    relay.close();
  });
  const { port: own } = relay.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${own}/`,
    heard: () =>
      streams.map(({ isMasked, pieces }) => {
        const bytes = Buffer.concat(pieces);
        return isMasked ? unmasked(bytes) : bytes;
      }),
  };
}

/** The head of the request, then the payloads of its frames (RFC 6455, section 5.2). */
function unmasked(bytes: Buffer): Buffer {
  let at = bytes.indexOf('\r\n\r\n') + 4;
  const parts = [bytes.subarray(0, at)];
  while (at + 6 <= bytes.length) {
    const short = bytes.readUInt8(at + 1) & 0x7f;
    const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
    const size = extended === 2 ? bytes.readUInt16BE(at + 2) : short;
    if (extended === 8) throw new Error('Expected messages of less than 64 KiB.');
    const key = bytes.subarray(at + 2 + extended, at + 6 + extended);
    const payload = bytes.subarray(at + 6 + extended, at + 6 + extended + size);
    parts.push(payload.map((byte, i) => byte ^ (key[i & 3] ?? 0)) as Buffer);
    at += 6 + extended + size;
  }
  return Buffer.concat(parts);
}
