import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { TrainingRun } from '../../../src/state/run/trainingRun.svelte.ts';
import type { SessionEvent } from '../../../src/training/protocol/messages.ts';

it('asks for a drawing of every frame, or of two a second where little motion is wanted', () => {
  let now = 0;
  let deliver: (event: SessionEvent) => void = () => undefined;
  const connect = (receive: (event: SessionEvent) => void) => {
    deliver = receive;
    return { send: () => undefined, dispose: () => undefined };
  };
  const run = new TrainingRun(connect, () => now);
  let drawn = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      if (run.picture) drawn++;
    });
  });
  const receiveFrame = (time: number) => {
    now = time;
    deliver({ run: 0, kind: 'frame', frame: emptyFrame() });
    flushSync();
  };
  deliver({ run: 0, kind: 'phase', phase: 'training', reason: '' });
  for (let time = 0; time < 1000; time += 100) receiveFrame(time);
  expect(drawn).toBe(10);
  run.setCalm(true);
  for (let time = 1000; time < 2000; time += 100) receiveFrame(time);
  expect(drawn).toBe(12);
  deliver({ run: 0, kind: 'phase', phase: 'paused', reason: '' });
  flushSync();
  expect(drawn).toBe(13);
  stop();
});

function emptyFrame() {
  return {
    progress: { step: 0, epoch: 0, position: 0, updates: 0 },
    stepsPerEpoch: 1,
    losses: { training: 0, evaluation: 0 },
    probabilities: { training: new Float32Array(0), evaluation: new Float32Array(0) },
    field: new Float32Array(1),
    resolution: 1,
    window: { left: 0, right: 1, bottom: 0, top: 1 },
    stepsPerSecond: 0,
  };
}
