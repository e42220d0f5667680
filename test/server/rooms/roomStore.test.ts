import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readFrame } from '../../../src/federated/wire/frame.ts';
import { listenOnFreePort } from '../../../src/server/listenOnFreePort.ts';
import { startRooms } from '../../../src/server/rooms/roomServer.ts';
import { FolderRoomStore } from '../../../src/server/rooms/roomStore.ts';
import { connected, TestDevice, TestTeacher, usualModel } from '../../support/liveRoom.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const script = resolve(import.meta.dirname, '../../support/roomProcess.ts');

/** The real server in a process; settles when it listens. */
async function startProcess(folder: string, port = 0) {
  const words = ['--import', 'tsx', script, folder, String(port)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const text = await new Promise<string>((settle) =>
    child.stdout.once('data', (data) => settle(String(data))),
  );
  return { child, port: (JSON.parse(text) as { port: number }).port };
}

it('brings a class back by itself after its server was killed: no round is lost or counted twice', async () => {
  const folder = temporaryFolder({});
  const first = await startProcess(folder);
  const address = `http://127.0.0.1:${first.port}/`;
  const teacher = await TestTeacher.open(address);
  const devices = ['Ada', 'Ben', 'Cy'].map((name) => new TestDevice(address, teacher.code, name));
  await expect.poll(() => teacher.board.seats.length).toBe(3);
  await teacher.tell({ kind: 'resume' });
  await expect.poll(() => teacher.board.round, { timeout: 10_000 }).toBeGreaterThan(3);
  first.child.kill('SIGKILL');
  await expect.poll(() => devices[0]?.view.phase).toBe('away');
  const beforeKill = framesOf(devices);

  await startProcess(folder, first.port);
  const [seen] = beforeKill.slice(-1);
  const isOn = () =>
    framesOf(devices).some(
      ({ epoch, sequence }) => epoch === 2 && sequence > (seen?.sequence ?? NaN) + 2,
    );
  await expect.poll(isOn, { timeout: 20_000 }).toBe(true);
  for (const { view } of devices) expect(view.phase).not.toBe('over');

  const frames = framesOf(devices);
  const models = new Map<number, string>();
  for (const { sequence, vector } of frames) {
    const text = Buffer.from(vector.buffer).toString('base64');
    // The same number of changes is the same model, before and after.
    expect(models.get(sequence) ?? text).toBe(text);
    models.set(sequence, text);
  }
  const sequences = Array.from(models.keys()).sort((a, b) => a - b);
  expect(sequences).toEqual(sequences.map((_, i) => i));
}, 60_000);

it('has devices come back by themselves after its server has ended and is there again', async () => {
  const store = new FolderRoomStore(temporaryFolder({}));
  const start = async (port: number) => {
    const http = createServer();
    const taken = await listenOnFreePort(http, { host: '127.0.0.1', port });
    return { port: taken, rooms: await startRooms(http, { addresses: [], pace: 20, store }) };
  };
  const first = await start(0);
  const address = `http://127.0.0.1:${first.port}/`;
  const teacher = await TestTeacher.open(address);
  const { code, owner } = teacher;
  let over = '';
  teacher.socket.on('over', (sentence) => (over = sentence));
  const ada = new TestDevice(address, code, 'Ada');
  await expect.poll(() => ada.view.phase).toBe('waiting');
  const { state } = ada.view;
  await first.rooms.close();
  await expect.poll(() => ada.view.phase).toBe('away');

  const second = await start(first.port);
  onTestFinished(() => second.rooms.close());
  await expect.poll(() => ada.view.phase, { timeout: 20_000 }).toBe('waiting');
  expect(ada.view.state).toEqual(state);
  expect(over).toBe('');
  const socket = await connected(address);
  expect(await socket.ask('own', { version: 1, code, owner })).toMatchObject({ board: { code } });
}, 60_000);

/** All models that came to the devices. */
function framesOf(devices: readonly TestDevice[]) {
  const all = new Set(devices.flatMap(({ views }) => views.map(({ model }) => model)));
  return Array.from(all).flatMap((bytes) => {
    const frame = bytes && readFrame(bytes, usualModel);
    return typeof frame === 'object' ? [frame] : [];
  });
}

it('passes over what is no room, and says so', async () => {
  const folder = temporaryFolder({ 'ABCDEF.json': '{"version":1}', 'GHJKMN.json': 'x' });
  const { rooms, problems } = await new FolderRoomStore(folder).load();
  expect(rooms).toEqual([]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('ABCDEF.json cannot be opened again: expected the state of a room');
  expect(readdirSync(folder)).toHaveLength(2);
});
