import { createServer } from 'node:http';
import { startRooms } from '../../src/server/rooms/roomServer.ts';
import { FolderRoomStore } from '../../src/server/rooms/roomStore.ts';

/**
 * A server of rooms in a process of its own: `roomProcess.ts FOLDER PORT [PACE SEATS]`. It prints
 * its address, and what it has used so far whenever something comes from standard input.
 */
const [folder = '', port = '0', pace = '20', seats = '64'] = process.argv.slice(2);
const http = createServer();
await startRooms(http, {
  addresses: [],
  store: new FolderRoomStore(folder),
  pace: Number(pace),
  mostSeats: Number(seats),
  connectionsPerAddress: 3000,
});
const print = (value: unknown) => void process.stdout.write(`${JSON.stringify(value)}\n`);
process.stdin.on('data', () => {
  const { user, system } = process.cpuUsage();
  print({ cpu: (user + system) / 1000, memory: process.memoryUsage().rss });
});
http.listen(Number(port), '127.0.0.1', () => print(http.address()));
