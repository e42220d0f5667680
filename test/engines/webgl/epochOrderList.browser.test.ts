import { expect, it, onTestFinished } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { borrowDevice, returnDevice } from '../../../src/engines/webgl/deviceShare.ts';
import { EpochOrderList } from '../../../src/engines/webgl/epochOrderList.ts';
import { readTexels } from '../../../src/engines/webgl/quads.ts';

/** The first eight entries of the list, from the mini-batch at `first` on. */
async function placesFrom(list: EpochOrderList, first: number): Promise<number[]> {
  const device = borrowDevice();
  onTestFinished(() => returnDevice(device));
  const texels = await readTexels(device, [{ matrix: list.texture, quads: 8 }]);
  const start = 4 * list.quadOf(first);
  return Array.from(entryAt(texels, 0).subarray(start, start + 8));
}

function makeList(first: number, batchSize: number): EpochOrderList {
  const device = borrowDevice();
  const order = Uint32Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const list = new EpochOrderList(device, order, { epoch: 3, first, batchSize });
  onTestFinished(() => {
    list.dispose();
    returnDevice(device);
  });
  return list;
}

it('begins each mini-batch at a new quad', async () => {
  const list = makeList(0, 5);
  expect(await placesFrom(list, 0)).toEqual([9, 8, 7, 6, 5, 0, 0, 0]);
  expect(await placesFrom(list, 5)).toEqual([4, 3, 2, 1, 0, 0, 0, 0]);
});

it('may begin within the epoch and end with a smaller mini-batch', async () => {
  const list = makeList(2, 4);
  expect(await placesFrom(list, 2)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  expect(list.holds({ epoch: 3, first: 6, batchSize: 4 })).toBe(true);
});

it('knows what it does not hold', () => {
  const list = makeList(2, 4);
  expect(list.holds({ epoch: 4, first: 2, batchSize: 4 })).toBe(false);
  expect(list.holds({ epoch: 3, first: 2, batchSize: 2 })).toBe(false);
  expect(list.holds({ epoch: 3, first: 0, batchSize: 4 })).toBe(false);
  expect(list.holds({ epoch: 3, first: 4, batchSize: 4 })).toBe(false);
});
