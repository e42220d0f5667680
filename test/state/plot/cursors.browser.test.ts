import { expect, it } from 'vitest';
import { LossCursor } from '../../../src/state/run/lossCursor.svelte.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import { Playground } from '../../../src/state/experiment/playground.svelte.ts';
import { defaultSettings } from '../../../src/state/experiment/settings.ts';
import type { SessionEvent } from '../../../src/training/protocol/messages.ts';
import { noExamination } from '../../support/noExamination.ts';

let deliver: (event: SessionEvent) => void = () => undefined;

function playgroundAt(...epochs: number[]): Playground {
  const playground = new Playground(
    { settings: defaultSettings, problems: [] },
    (receive) => {
      deliver = receive;
      return { send: () => undefined, dispose: () => undefined };
    },
    noExamination,
  );
  for (const epoch of epochs) {
    const frame = {
      progress: { step: epoch, epoch, position: 0, updates: epoch },
      stepsPerEpoch: 1,
      losses: { training: 1 / (1 + epoch), evaluation: 2 / (1 + epoch) },
      probabilities: { training: new Float32Array(0), evaluation: new Float32Array(0) },
      field: new Float32Array(4).fill(0.25),
      resolution: 2,
      window: playground.window,
      stepsPerSecond: 0,
    };
    deliver({ run: 1, kind: 'frame', frame });
  }
  return playground;
}

it('reads place, probability and class where the plot is pointed at', () => {
  const playground = playgroundAt(0);
  const cursor = new PlotCursor(playground);
  expect(cursor.readout).toBeUndefined();
  cursor.point({ x: 0.5, y: -99 });
  expect(cursor.readout).toMatchObject({
    place: 'x 0.50, y −0.40',
    probability: 0.25,
    predicted: 0,
  });
  playground.show({ threshold: 0.2 });
  expect(cursor.readout?.predicted).toBe(1);
  cursor.leave();
  expect(cursor.readout).toBeUndefined();
});

it('moves the cross from the middle by keys, stays in the window, and says where it is', () => {
  const playground = playgroundAt(0);
  const cursor = new PlotCursor(playground);
  const { left, right } = playground.window;
  expect(cursor.key('x', false)).toBe(false);
  expect(cursor.key('Home', false)).toBe(true);
  expect(cursor.readout?.x).toBeCloseTo((left + right) / 2, 12);
  cursor.key('ArrowLeft', false);
  expect(cursor.readout?.x).toBeCloseTo((left + right) / 2 - (right - left) / 100, 12);
  expect(cursor.spoken).toMatch(/: red, probability of blue 0\.25$/);
  for (let i = 0; i < 20; i++) cursor.key('ArrowRight', true);
  expect(cursor.readout?.x).toBe(right);
});

it('finds the nearest moment of the loss curves, and walks along them', () => {
  const cursor = new LossCursor(playgroundAt(0, 1, 2, 10).run);
  cursor.pointAt(1.4);
  expect(cursor.point).toMatchObject({ epoch: 1, training: 0.5, evaluation: 1 });
  cursor.pointAt(99);
  expect(cursor.point?.epoch).toBe(10);
  cursor.key('Home');
  expect(cursor.spoken).toBe('epoch 0.0: training 1.000, evaluation 2.000');
  expect(cursor.key('ArrowUp')).toBe(false);
});
