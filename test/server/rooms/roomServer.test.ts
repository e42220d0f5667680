import { expect, it } from 'vitest';
import { layoutOf } from '../../../src/federated/layout.ts';
import { usualPlan } from '../../../src/federated/settings/roomPlan.ts';
import { meanChange } from '../../../src/federated/strategies/meanChange.ts';
import { type Frame, readFrame } from '../../../src/federated/wire/frame.ts';
import { modelHash } from '../../../src/federated/wire/modelHash.ts';
import { serveRooms, TestDevice, TestTeacher } from '../../support/liveRoom.ts';

const { network } = usualPlan;
const model = { layout: layoutOf(network), hash: modelHash(network) };

function read(bytes: Uint8Array): Frame {
  const frame = readFrame(bytes, model);
  if (typeof frame === 'string') throw new Error(frame);
  return frame;
}

it('lets devices learn together: each model is the one before and the weighted mean of the changes', async () => {
  const address = await serveRooms();
  const teacher = await TestTeacher.open(address);
  const devices = ['Ada', 'Ben', 'Ada'].map((name) => new TestDevice(address, teacher.code, name));
  await expect
    .poll(() => teacher.board.seats.map(({ name }) => name).sort())
    .toEqual(['Ada', 'Ada 2', 'Ben']);
  expect(teacher.board.isPaused).toBe(true);
  expect(teacher.models.map((bytes) => read(bytes).round)).toEqual([0]);

  expect(await teacher.tell({ kind: 'resume' })).toBe('');
  await expect.poll(() => teacher.models.length).toBeGreaterThan(5);
  await teacher.tell({ kind: 'pause' });
  await expect.poll(() => teacher.board.isOpen).toBe(false);

  const models = teacher.models.slice(1).map(read);
  expect(models.map(({ round }) => round)).toEqual(models.map((_, round) => round));
  const changes = teacher.changes.map(([, bytes]) => read(bytes));
  for (const { round, vector } of models.slice(1)) {
    const before = models[round - 1]?.vector ?? new Float32Array();
    const updates = changes
      .filter((change) => change.round === round - 1)
      .map(({ vector: change, samples }) => ({
        change,
        samples,
        variateChange: new Float32Array(),
      }));
    expect(updates).toHaveLength(3);
    const mean = meanChange(updates);
    vector.forEach((value, i) =>
      expect(value).toBeCloseTo((before[i] ?? NaN) + (mean[i] ?? NaN), 6),
    );
  }
  for (const { view } of devices) expect(view.local).toHaveLength(102);
});
