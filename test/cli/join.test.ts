import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { serveRooms, TestDevice, TestTeacher } from '../support/liveRoom.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { TerminalDouble } from '../support/terminalDouble.ts';

const samples = join(resolve(import.meta.dirname, '../../data'), 'linear-eval.csv');

it('takes part in a class until the teacher ends it', async () => {
  const address = await serveRooms();
  const teacher = await TestTeacher.open(address);
  const terminal = new TerminalDouble('.');
  const link = `${address}class/#room=${teacher.code}`;
  const ended = runProgram(['join', link, samples, '--name', 'pump'], terminal);
  const other = new TestDevice(address, teacher.code, 'Ada');
  await expect.poll(() => teacher.board.seats.length).toBe(2);
  await teacher.tell({ kind: 'nextRound' });
  await expect.poll(() => teacher.board.lastRound).toMatchObject({ round: 0, updates: 2 });
  const pump = teacher.board.seats.find(({ name }) => name === 'pump');
  expect(pump).toMatchObject({ updates: 1, samples: 200, rawSamples: 0 });
  await teacher.tell({ kind: 'end' });
  expect(await ended).toBe(0);
  await expect.poll(() => other.view.phase).toBe('over');
  expect(terminal.written).toBe(
    'Looking for the class …\nIn the class.\nupdate 1 has been taken; samples sent: 0\nThe teacher has ended the class.\n',
  );
});

it('gives its seat back at Ctrl-C', async () => {
  const address = await serveRooms();
  const teacher = await TestTeacher.open(address);
  const terminal = new TerminalDouble('.');
  const words = ['join', address, '--code', teacher.code, samples];
  const ended = runProgram(words, terminal);
  await expect.poll(() => teacher.board.seats[0]?.condition).toBe('waiting');
  terminal.interrupt();
  expect(await ended).toBe(130);
  await expect.poll(() => teacher.board.seats[0]?.condition).toBe('gone');
});

it('says why it cannot join', async () => {
  const address = await serveRooms();
  const { code } = await TestTeacher.open(address);
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => `${i % 2},${i / 1000},0.5\n`).join('');
  const folder = temporaryFolder({ 'few.csv': rows(4), 'many.csv': rows(1001) });
  const trouble = async (...words: readonly string[]) => {
    const terminal = new TerminalDouble(folder);
    return [await runProgram(['join', ...words], terminal), terminal.complained];
  };
  expect(await trouble(address, samples, '--code', 'AAAAAA')).toEqual([
    2,
    'join: There is no room with this code. Look at the projector again.\n',
  ]);
  expect(await trouble(address, 'many.csv', '--code', code)).toEqual([
    2,
    'many.csv: expected at most 1000 samples, because one device must not outweigh a class; got 1001.\n',
  ]);
  expect(await trouble(address, samples)).toEqual([
    2,
    '--code: expected the code of the room, got none.\n',
  ]);
  expect((await trouble(address))[1]).toBe('join: expected ADDRESS and FILE. See --help.\n');
});
