import { join } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { pageLink } from '../pages/pageLink.ts';
import { type RoomServer, startRooms } from '../server/rooms/roomServer.ts';
import { FolderRoomStore } from '../server/rooms/roomStore.ts';
import type { StaticServer } from '../server/staticServer.ts';

/**
 * Serves the rooms of classes on the port of the application. They survive in the folder, each port
 * in one of its own, because two servers must not have the same room.
 * @param print takes what the terminal is to show.
 */
export function serveRooms(
  { http, port, addresses }: StaticServer,
  folder: string,
  print: (text: string) => void,
): Promise<RoomServer> {
  const all = addresses.network.length > 0 ? addresses.network : [addresses.local];
  return startRooms(http, {
    addresses: all,
    store: new FolderRoomStore(join(folder, String(port))),
    complain: (sentence) => void process.stderr.write(`${sentence}\n`),
    onopen: (code) => print(invitation(all[0] ?? addresses.local, code)),
  });
}

/** What a class needs to come in, with a code for cameras. */
function invitation(address: string, code: string): string {
  const link = `${address}${pageLink('', 'class/')}#room=${code}`;
  const picture = renderUnicodeCompact(link, { border: 2 });
  return `\nA class is open. Code: ${code}\n${picture}\n${link}\n`;
}
