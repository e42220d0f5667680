import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/learning/random.ts';
import { connected, newToken, RawDevice, serveRooms, TestTeacher } from '../../support/liveRoom.ts';

/** A room in which Ada and Ben are honest and Eve is not. */
async function hostileRoom() {
  const address = await serveRooms();
  const teacher = await TestTeacher.open(address);
  const ada = await RawDevice.join(address, teacher.code, 'Ada');
  const ben = await RawDevice.join(address, teacher.code, 'Ben');
  const eve = await RawDevice.join(address, teacher.code, 'Eve');
  await teacher.tell({ kind: 'resume' });
  await expect.poll(() => eve.models.length).toBe(2);
  return { address, teacher, ada, ben, eve };
}

/** A round in which the honest ones get on as if nothing were. */
async function expectRound({ ada, ben, teacher }: Awaited<ReturnType<typeof hostileRoom>>) {
  const before = teacher.models.length;
  // Stale until the model of the round that is open has come.
  await expect.poll(() => ada.send()).toBe('ok');
  await expect.poll(() => ben.send()).toBe('ok');
  await teacher.tell({ kind: 'nextRound' });
  await expect.poll(() => teacher.models.length).toBeGreaterThan(before);
  expect([ada.over, ben.over]).toEqual(['', '']);
}

describe('an update that is not what it should be gets a reason, and the room lives', () => {
  it('not finite, of another network, of too many samples, of another round or epoch, twice', async () => {
    const room = await hostileRoom();
    const { eve } = room;
    expect(await eve.send(eve.frame({ change: NaN }))).toBe('nonfinite');
    expect(await eve.send(eve.frame({ change: Infinity }))).toBe('nonfinite');
    expect(await eve.send(eve.frame({ samples: 1001 }))).toBe('count');
    expect(await eve.send(eve.frame({ epochs: -1 }))).toBe('stale');
    expect(await eve.send(eve.frame({ hash: 1 }))).toBe('shape');
    expect(await eve.send(eve.frame({ rounds: 1 }))).toBe('future');
    expect(await eve.send()).toBe('ok');
    expect(await eve.send()).toBe('dup');
    await expectRound(room);
    expect(await eve.send(eve.frame({ rounds: -1 }))).toBe('stale');
    const lineOfEve = () => room.teacher.board.seats.find(({ name }) => name === 'Eve');
    await expect.poll(() => lineOfEve()?.fault).toBe('stale');
    expect(lineOfEve()).toMatchObject({ updates: 1, rawSamples: 0 });
  });

  it('much longer than the others', async () => {
    const room = await hostileRoom();
    for (let round = 0; round < 3; round++) await expectRound(room);
    await expect.poll(() => room.eve.send(room.eve.frame({ change: 1 }))).toBe('norm');
    await expectRound(room);
  });

  it('garbage: after three the device is shown the door', async () => {
    const room = await hostileRoom();
    const { eve } = room;
    const random = createRandom(1);
    const garbage = Array.from({ length: 200 }, (_, i) => {
      return Uint8Array.from({ length: i }, () => Math.floor(256 * random.uniform()));
    });
    const answers = garbage.map((bytes) => eve.send(bytes).catch(() => 'gone'));
    const known = ['size', 'magic', 'rate', 'closed', 'gone'];
    for (const answer of await Promise.all(answers)) expect(known).toContain(answer);
    await expect.poll(() => eve.over).toMatch(/closed the connection of this device/);
    await expectRound(room);
  });

  it('larger than a message may be', async () => {
    const room = await hostileRoom();
    const lost = new Promise<void>((settle) => {
      room.eve.socket.onconnection((isConnected) => {
        if (!isConnected) settle();
      });
    });
    room.eve.send(new Uint8Array(9000)).catch(() => undefined);
    await lost;
    await expectRound(room);
  });
});

it('shows a flood the door', async () => {
  const room = await hostileRoom();
  const answers = Array.from({ length: 40 }, () => room.eve.send().catch(() => 'gone'));
  expect(await Promise.all(answers)).toContain('rate');
  await expect.poll(() => room.eve.over).toMatch(/too many messages/);
  await expectRound(room);
});

it('answers messages of any form, and lets nobody without the owner’s token command', async () => {
  const address = await serveRooms();
  const { code } = await TestTeacher.open(address);
  const deep = '['.repeat(2000) + ']'.repeat(2000);
  const values: unknown[] = [
    null,
    7,
    'x',
    [],
    { version: 1 },
    JSON.parse('{"__proto__": {"version": 1}, "constructor": 1}'),
    JSON.parse(deep),
    { version: 1, code, name: ' \u202e ', token: newToken() },
    { version: 1, code, name: 'Eve', token: 'short' },
    { version: 1, code: { toString: 1 }, name: 'Eve', token: newToken() },
  ];
  for (const value of values) {
    const socket = await connected(address);
    const ask = socket.ask.bind(socket) as (name: string, value: unknown) => Promise<unknown>;
    expect(await ask('hello', value)).toMatchObject({ refused: 'message' });
    expect(await ask('command', { kind: 'end' })).toBe('Only the teacher of a room can do that.');
    socket.close();
  }
  const socket = await connected(address);
  const answer = await socket.ask('own', { version: 1, code, owner: newToken() });
  expect(answer).toMatchObject({ refused: 'code' });
  expect(({} as { version?: unknown }).version).toBeUndefined();
});

it('stops who tries codes, and lets who has a seat or the room come back meanwhile', async () => {
  const address = await serveRooms();
  const { code, owner } = await TestTeacher.open(address);
  const ada = await RawDevice.join(address, code, 'Ada');
  const hello = (socket: Awaited<ReturnType<typeof connected>>, tried: string, token: string) =>
    socket.ask('hello', { version: 1, code: tried, name: 'Ada', token });
  const guesser = await connected(address);
  const wrong = code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA';
  for (let i = 0; i < 10; i++) {
    expect(await hello(guesser, wrong, newToken())).toMatchObject({ refused: 'code' });
  }
  expect(await hello(guesser, code, newToken())).toMatchObject({ refused: 'tries' });
  const again = await connected(address);
  expect(await hello(again, code, ada.token)).toMatchObject({ name: 'Ada' });
  await expect.poll(() => ada.over).toBe('This seat was taken again elsewhere.');
  const own = { version: 1, code, owner };
  expect(await guesser.ask('own', { ...own, owner: newToken() })).toMatchObject({
    refused: 'tries',
  });
  const teacher = await connected(address);
  expect(await teacher.ask('own', own)).toMatchObject({ board: { code } });
});

it('has no more seats than it says, and none while it is locked', async () => {
  const address = await serveRooms({ mostSeats: 2 });
  const teacher = await TestTeacher.open(address);
  await teacher.tell({ kind: 'lock' });
  await expect(RawDevice.join(address, teacher.code, 'Ada')).rejects.toThrow('locked');
  await teacher.tell({ kind: 'unlock' });
  await RawDevice.join(address, teacher.code, 'Ada');
  await RawDevice.join(address, teacher.code.toLowerCase(), 'Ben');
  await expect(RawDevice.join(address, teacher.code, 'Eve')).rejects.toThrow(
    'The room has 2 seats, and all are taken.',
  );
});

/** What the server sends to a request for a web socket, until it has sent that much or closes. */
function upgrade(address: string, origin: string, then: (write: (b: Buffer) => boolean) => void) {
  const { hostname, port, host } = new URL(address);
  return new Promise<{ head: string; isClosed: boolean }>((settle) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET /rooms/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n` +
          'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    });
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const isFirst = text === '';
      text += data.toString('latin1');
      if (isFirst && text.includes(' 101 ')) then((bytes) => socket.write(bytes));
    });
    socket.on('close', () => settle({ head: text.split('\r\n', 1).join(), isClosed: true }));
  });
}

it('refuses a page of another site', async () => {
  const address = await serveRooms();
  const { head } = await upgrade(address, 'http://elsewhere.example', () => undefined);
  expect(head).toMatch(/^HTTP\/1.1 4/);
});

it('cuts off a message of 40 MB in fragments long before its end', async () => {
  const address = await serveRooms();
  const { code } = await TestTeacher.open(address);
  let sent = 0;
  const size = 4096;
  // Masked with zeros; the first is the beginning of a binary message, the others go on with it.
  const fragment = (opcode: number) =>
    Buffer.concat([
      Buffer.of(opcode, 0x80 | 126, size >> 8, size & 255, 0, 0, 0, 0),
      Buffer.alloc(size),
    ]);
  const { head, isClosed } = await upgrade(address, new URL(address).origin, (write) => {
    for (; sent < 16 * size; sent += size) write(fragment(sent === 0 ? 2 : 0));
  });
  expect(head).toContain(' 101 ');
  expect(isClosed).toBe(true);
  await RawDevice.join(address, code, 'Ada');
});
