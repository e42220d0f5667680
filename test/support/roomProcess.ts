import { createServer } from 'node:http';
import { startRooms } from '../../src/server/rooms/roomServer.ts';
import { FolderRoomStore } from '../../src/server/rooms/roomStore.ts';

/** A server of rooms in a process that a test can kill: `roomProcess.ts FOLDER PORT`. */
const [folder = '', port = '0'] = process.argv.slice(2);
const http = createServer();
const address = `http://127.0.0.1:${port}/`;
await startRooms(http, {
  addresses: [address],
  store: new FolderRoomStore(folder),
  pace: 20,
});
http.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(JSON.stringify(http.address()));
});
