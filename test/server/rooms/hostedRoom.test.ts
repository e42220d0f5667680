import { expect, it } from 'vitest';
import { dealtSamples } from '../../../src/federated/client/dealtSamples.ts';
import { PrivacyAccountant } from '../../../src/federated/privacy/privacyAccountant.ts';
import { usualPlan, writePlan } from '../../../src/federated/settings/roomPlan.ts';
import { FolderRoomStore } from '../../../src/server/rooms/roomStore.ts';
import {
  connected,
  RawDevice,
  serveRooms,
  TestDevice,
  TestTeacher,
} from '../../support/liveRoom.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { tapWire } from '../../support/wireTap.ts';

async function teacherWith(...names: readonly string[]) {
  const address = await serveRooms();
  const teacher = await TestTeacher.open(address);
  const devices: RawDevice[] = [];
  for (const name of names) devices.push(await RawDevice.join(address, teacher.code, name));
  return { address, teacher, devices };
}

it('sends no sample, in neither direction, in any way of writing numbers', async () => {
  const server = await serveRooms();
  const { address, heard } = await tapWire(server);
  const teacher = await TestTeacher.open(address);
  const devices = ['Ada', 'Ben'].map((name) => new TestDevice(address, teacher.code, name));
  await expect.poll(() => teacher.board.seats.length).toBe(2);
  await teacher.tell({ kind: 'resume' });
  await expect.poll(() => teacher.board.round).toBeGreaterThan(5);
  await teacher.tell({ kind: 'pause' });

  const points = devices.flatMap(({ view }) =>
    Array.from(dealtSamples(usualPlan, view.state?.place ?? NaN).points),
  );
  expect(points).toHaveLength(2 * 2 * 30);
  const wire = Buffer.concat(heard());
  const written = points.flatMap(waysToWrite);
  expect(written.filter((bytes) => wire.includes(bytes))).toEqual([]);
  // The updates that were sent are found in the same way.
  const [, update = new Uint8Array()] = teacher.changes[0] ?? [];
  expect(wire.includes(Buffer.from(update))).toBe(true);

  const [ada] = teacher.board.seats;
  expect(ada).toMatchObject({ rawSamples: 0, samples: 30, refused: 0 });
  expect(ada?.bytesUp).toBe(440 * (ada?.updates ?? NaN));
  expect(ada?.numbersUp).toBe(102 * (ada?.updates ?? NaN));
});

/** As 32 and 64 bits in both orders, and as text of 5 digits or more. */
function waysToWrite(value: number): Buffer[] {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  const eight = Buffer.alloc(8);
  eight.writeDoubleLE(value);
  const digits = Math.abs(value)
    .toFixed(9)
    .replace(/^0\.0*/, '')
    .slice(0, 6);
  return [
    four,
    Buffer.from(four).reverse(),
    eight,
    Buffer.from(eight).reverse(),
    Buffer.from(digits),
  ];
}

it('gives a device its seat, place and name again, also where the room is locked', async () => {
  const { address, teacher } = await teacherWith('Zoe');
  const ada = new TestDevice(address, teacher.code, 'Ada');
  await expect.poll(() => ada.view.phase).toBe('waiting');
  const { state } = ada.view;
  await teacher.tell({ kind: 'rename', seat: state?.seat ?? '', name: 'Ada L.' });
  await expect.poll(() => ada.view.state?.name).toBe('Ada L.');
  await teacher.tell({ kind: 'lock' });
  const again = new TestDevice(address, teacher.code, 'Ada', ada.token);
  await expect.poll(() => again.view.phase).toBe('waiting');
  expect(again.view.state).toEqual({ ...state, name: 'Ada L.' });
  await expect.poll(() => ada.view.phase).toBe('over');
});

it('removes a device for good', async () => {
  const { address, teacher, devices } = await teacherWith('Ada', 'Eve');
  const seat = teacher.board.seats.find(({ name }) => name === 'Eve')?.seat ?? 's002';
  expect(await teacher.tell({ kind: 'remove', seat })).toBe('');
  await expect.poll(() => devices[1]?.over).toMatch(/removed/);
  await expect.poll(() => teacher.board.seats.map(({ name }) => name)).toEqual(['Ada']);
  expect(await teacher.tell({ kind: 'remove', seat })).toMatch(/not in the room/);
  const socket = await connected(address);
  const { token = '' } = devices[1] ?? {};
  const hello = { version: 1, code: teacher.code, name: 'Eve', token };
  expect(await socket.ask('hello', hello)).toMatchObject({ refused: 'removed' });
});

it('makes one round at a time while it is paused', async () => {
  const { teacher, devices } = await teacherWith('Ada', 'Ben');
  for (let round = 0; round < 2; round++) {
    expect(await teacher.tell({ kind: 'nextRound' })).toBe('');
    for (const device of devices) await expect.poll(() => device.send()).toBe('ok');
    await expect.poll(() => teacher.board.lastRound?.round).toBe(round);
  }
  expect(teacher.board).toMatchObject({ isPaused: true, isOpen: false, round: 2 });
  const alone = await teacherWith('Zoe');
  expect(await alone.teacher.tell({ kind: 'nextRound' })).toMatch(/at least 2 devices/);
});

it('forgets the last round where the class starts over', async () => {
  const { teacher, devices } = await teacherWith('Ada', 'Ben');
  const conditions = () => teacher.board.seats.map(({ condition }) => condition);
  await teacher.tell({ kind: 'nextRound' });
  for (const device of devices) await expect.poll(() => device.send()).toBe('ok');
  await expect.poll(conditions).toEqual(['sent', 'sent']);
  await teacher.tell({ kind: 'reset' });
  await expect.poll(conditions).toEqual(['waiting', 'waiting']);
  expect(teacher.board.lastRound).toBeUndefined();
});

it('counts the noise that there was: less than z where devices are fewer than the quorum', async () => {
  const settings = { ...usualPlan.class, clip: 1, noise: 1 };
  const { teacher, devices } = await teacherWith('Ada', 'Ben');
  await teacher.tell({ kind: 'plan', plan: writePlan({ ...usualPlan, class: settings }) });
  await teacher.tell({ kind: 'nextRound' });
  for (const device of devices) await expect.poll(() => device.send()).toBe('ok');
  await expect.poll(() => teacher.board.lastRound?.updates).toBe(2);
  // Of 20 places the quorum is 10: each device adds a variance of 1/10.
  const accountant = new PrivacyAccountant();
  accountant.add({ noiseMultiplier: Math.sqrt(2 / 10), sampling: 1 });
  expect(teacher.board.lastRound?.epsilon).toBeCloseTo(accountant.loss(1e-5).epsilon, 9);
});

it('keeps what was learned under another strategy, and begins anew with another data set', async () => {
  const { teacher, devices } = await teacherWith('Ada', 'Ben');
  await teacher.tell({ kind: 'nextRound' });
  for (const device of devices) await expect.poll(() => device.send()).toBe('ok');
  await expect.poll(() => teacher.board.lastRound?.round).toBe(0);
  const settings = { ...usualPlan.class, strategy: 'fedadam' };
  await teacher.tell({ kind: 'plan', plan: writePlan({ ...usualPlan, class: settings }) });
  await expect.poll(() => devices[0]?.models.at(-1)).toMatchObject({ epoch: 2, sequence: 1 });
  const recipe = { ...usualPlan.recipe, set: 'saturn' };
  await teacher.tell({ kind: 'plan', plan: writePlan({ ...usualPlan, recipe }) });
  await expect
    .poll(() => devices[0]?.models.at(-1))
    .toMatchObject({ epoch: 3, sequence: 0, round: 0 });
  const hidden = [
    { units: 200, activation: 'relu' },
    { units: 200, activation: 'relu' },
  ];
  const large = { ...usualPlan, network: { ...usualPlan.network, hidden } };
  expect(await teacher.tell({ kind: 'plan', plan: writePlan(large) })).toBe(
    'A room takes updates of up to 8192 bytes; those of a network with 41202 parameters would have 164840.',
  );
});

it('tells every device what the teacher wants, and the one what it is to do wrong', async () => {
  const { address, teacher } = await teacherWith('Zoe');
  const ada = new TestDevice(address, teacher.code, 'Ada');
  await expect.poll(() => ada.view.phase).toBe('waiting');
  await teacher.tell({ kind: 'lesson', lesson: { kind: 'lookUp' } });
  await expect.poll(() => ada.view.state?.lesson).toEqual({ kind: 'lookUp' });
  await teacher.tell({ kind: 'lesson', lesson: { kind: 'goTo', address: 'learn/#layers' } });
  await expect.poll(() => ada.view.state?.lesson.kind).toBe('goTo');
  const elsewhere = { kind: 'goTo', address: 'https://elsewhere.example/' } as const;
  expect(await teacher.tell({ kind: 'lesson', lesson: elsewhere })).toMatch(/not known/);
  const seat = ada.view.state?.seat ?? '';
  await teacher.tell({ kind: 'poison', seat, poison: 'flip' });
  await expect.poll(() => ada.view.state?.poison).toBe('flip');
});

it('is there again after the end of the server, with its seats and its model', async () => {
  const store = new FolderRoomStore(temporaryFolder({}));
  const address = await serveRooms({ store });
  const teacher = await TestTeacher.open(address);
  const { code, owner } = teacher;
  const devices = ['Ada', 'Ben'].map((name) => new TestDevice(address, code, name));
  await expect.poll(() => teacher.board.seats.length).toBe(2);
  await teacher.tell({ kind: 'resume' });
  await expect.poll(() => teacher.board.round).toBeGreaterThan(2);
  await teacher.tell({ kind: 'pause' });
  await expect.poll(() => teacher.board).toMatchObject({ isPaused: true, isOpen: false });
  const last = teacher.board;
  await expect
    .poll(async () => (await store.load()).rooms[0])
    .toMatchObject({ isPaused: true, snapshot: { round: last.round } });

  // Another server with the same folder: what the first one has not stored is not there.
  const other = await serveRooms({ store });
  const socket = await connected(other);
  const models: Uint8Array[] = [];
  socket.on('model', (frame) => void models.push(frame));
  const opened = await socket.ask('own', { version: 1, code, owner });
  expect(opened).toMatchObject({ board: { code, round: last.round, isPaused: true } });
  await expect.poll(() => models.length).toBe(1);
  const places = devices.map(({ view }) => view.state?.place);
  const again = devices.map(({ token }) => new TestDevice(other, code, 'somebody', token));
  await expect.poll(() => again.map(({ view }) => view.state?.place)).toEqual(places);
  expect(again.map(({ view }) => view.state?.name)).toEqual(['Ada', 'Ben']);
  await socket.ask('command', { kind: 'nextRound' });
  await expect.poll(() => again[0]?.view.note?.asked).toBe(true);
});
