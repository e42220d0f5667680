import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { f32 } from '../../src/federated/encodings/f32.ts';
import { layoutOf } from '../../src/federated/layout.ts';
import { usualPlan, writePlan } from '../../src/federated/settings/roomPlan.ts';
import { readFrame, writeFrame } from '../../src/federated/wire/frame.ts';
import { modelHash } from '../../src/federated/wire/modelHash.ts';
import { isRefused, type RoomSocket } from '../../src/federated/wire/roomMessages.ts';
import { connectRoom } from '../../src/training/room/connectRoom.ts';

/** What a server of rooms uses. */
export interface RoomLoad {
  readonly rooms: number;
  readonly devices: number;
  /** Rounds of all rooms that were measured, and updates in them. */
  readonly rounds: number;
  readonly updates: number;
  /** Milliseconds of the processor for a round of one room, and for an update. */
  readonly cpuPerRound: number;
  readonly cpuPerUpdate: number;
  /** Bytes of memory for each device, beyond the empty server. */
  readonly memoryPerDevice: number;
}

interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

type Server = ChildProcessByStdio<Writable, Readable, null>;

const { network } = usualPlan;
const model = { layout: layoutOf(network), hash: modelHash(network) };

/** Milliseconds between rounds, and for which they are watched. */
const pace = 500;
const watched = 8000;

/** Many devices on loopback, which answer each model at once with a change of zero. */
export async function measureRooms(rooms: number, devices: number): Promise<RoomLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'));
  const script = resolve(import.meta.dirname, '../support/roomProcess.ts');
  const words = ['--import', 'tsx', script, folder, '0', String(pace), '256'];
  const server = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const sockets: RoomSocket[] = [];
  try {
    const { port } = await nextLine<{ port: number }>(server);
    const address = `http://127.0.0.1:${port}/`;
    const empty = await usageOf(server);
    const counts = { rounds: 0, updates: 0 };
    for (let room = 0; room < rooms; room++) {
      sockets.push(...(await fillRoom(address, devices / rooms, counts)));
    }
    await later(2 * pace);
    const [before, { ...then }] = [await usageOf(server), counts];
    await later(watched);
    const after = await usageOf(server);
    const [rounds, updates] = [counts.rounds - then.rounds, counts.updates - then.updates];
    const cpu = after.cpu - before.cpu;
    return {
      rooms,
      devices,
      rounds,
      updates,
      cpuPerRound: cpu / rounds,
      cpuPerUpdate: cpu / updates,
      memoryPerDevice: (after.memory - empty.memory) / devices,
    };
  } finally {
    for (const socket of sockets) socket.close();
    server.kill('SIGKILL');
    await once(server, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillRoom(
  address: string,
  count: number,
  counts: { rounds: number; updates: number },
): Promise<RoomSocket[]> {
  const teacher = await connected(address);
  teacher.on('model', () => counts.rounds++);
  const opened = await teacher.ask('open', { version: 1, plan: writePlan(usualPlan) });
  if (isRefused(opened)) throw new Error(opened.sentence);
  const { code } = opened.board;
  const devices = Array.from({ length: count }, async (_, i) => {
    const socket = await connected(address);
    socket.on('model', (bytes, { asked }) => {
      if (!asked) return;
      void socket.ask('update', answerTo(bytes)).then((answer) => {
        if (answer === 'ok') counts.updates++;
      });
    });
    const token = randomBytes(16).toString('hex');
    const seat = await socket.ask('hello', { version: 1, code, name: `device ${i}`, token });
    if (isRefused(seat)) throw new Error(seat.sentence);
    return socket;
  });
  const sockets = [teacher, ...(await Promise.all(devices))];
  await teacher.ask('command', { kind: 'resume' });
  return sockets;
}

function answerTo(bytes: Uint8Array): Uint8Array {
  const frame = readFrame(bytes, model);
  if (typeof frame === 'string') throw new Error(`Expected a model, got a fault: ${frame}.`);
  const { epoch, round } = frame;
  const vectors = [f32.encode(new Float32Array(model.layout.count), model.layout)];
  const head = { type: 'update', encoding: f32, samples: 10, sequence: 0 } as const;
  return writeFrame({ ...head, epoch, round, vectors }, model);
}

function connected(address: string): Promise<RoomSocket> {
  const socket = connectRoom(address);
  return new Promise((settle) => {
    socket.onconnection((isConnected) => {
      if (isConnected) settle(socket);
    });
  });
}

function usageOf(server: Server): Promise<Usage> {
  const usage = nextLine<Usage>(server);
  server.stdin.write('usage\n');
  return usage;
}

function nextLine<Value>({ stdout }: Server): Promise<Value> {
  return new Promise((settle) => {
    stdout.once('data', (text) => settle(JSON.parse(String(text)) as Value));
  });
}

function later(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds));
}
