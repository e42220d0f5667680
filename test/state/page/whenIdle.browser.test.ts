import { expect, it } from 'vitest';
import { whenIdle } from '../../../src/state/page/whenIdle.ts';

it('lets urgent tasks go first', async () => {
  const order: string[] = [];
  const idle = whenIdle().then(() => order.push('idle'));
  await Promise.resolve();
  order.push('urgent');
  await idle;
  expect(order).toEqual(['urgent', 'idle']);
});

it('comes in browsers that do not say when they are idle', async () => {
  const { requestIdleCallback } = globalThis;
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  try {
    await expect(whenIdle()).resolves.toBeUndefined();
  } finally {
    globalThis.requestIdleCallback = requestIdleCallback;
  }
});
