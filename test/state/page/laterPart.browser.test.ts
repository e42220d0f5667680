import { expect, it } from 'vitest';
import { LaterPart } from '../../../src/state/page/laterPart.svelte.ts';

interface Fetch {
  readonly resolve: (text: string) => void;
  readonly reject: (reason: Error) => void;
}

/** A part whose fetches end as the test says. */
function steeredPart() {
  const fetches: Fetch[] = [];
  const part = new LaterPart(
    () => new Promise<string>((resolve, reject) => fetches.push({ resolve, reject })),
  );
  return { part, fetches };
}

it('is fetched once, when it is first asked for', async () => {
  const { part, fetches } = steeredPart();
  expect([part.module, fetches.length]).toEqual([undefined, 0]);
  const loads = [part.load(), part.load()];
  expect(fetches).toHaveLength(1);
  fetches[0]?.resolve('chart');
  await Promise.all(loads);
  await part.load();
  expect([part.module, part.failed, fetches.length]).toEqual(['chart', false, 1]);
});

it('can be tried again when it could not be fetched', async () => {
  const { part, fetches } = steeredPart();
  const first = part.load();
  fetches[0]?.reject(new TypeError('Failed to fetch'));
  await first;
  expect([part.module, part.failed]).toEqual([undefined, true]);
  const second = part.load();
  expect(part.failed).toBe(false);
  fetches[1]?.resolve('chart');
  await second;
  expect([part.module, part.failed, fetches.length]).toEqual(['chart', false, 2]);
});
