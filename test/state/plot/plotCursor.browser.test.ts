import { beforeEach, expect, it } from 'vitest';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import { SessionDouble } from '../../support/sessionDouble.ts';
import { watchedFields } from './watchedFields.svelte.ts';

let session: SessionDouble;
let experiment: Experiment;
let cursor: PlotCursor;

beforeEach(async () => {
  session = new SessionDouble();
  experiment = createExperiment({ connect: session.connect });
  cursor = new PlotCursor(experiment.field, experiment.decision);
  await watchedFields(experiment, session, [0.25]);
});

it('reads place, probability and class where the plot is pointed at', () => {
  expect(cursor.readout).toBeUndefined();
  cursor.point({ x: 0.5, y: -99 });
  expect(cursor.readout).toMatchObject({
    place: 'x 0.50, y −0.40',
    probability: 0.25,
    ofClass: 1,
    predicted: 0,
  });
  experiment.decision.set({ threshold: 0.2 });
  expect(cursor.readout?.predicted).toBe(1);
  cursor.leave();
  expect(cursor.readout).toBeUndefined();
});

it('predicts the positive class from its threshold on, and not below', () => {
  cursor.point({ x: 0.5, y: 0.5 });
  experiment.decision.set({ threshold: 0.25 });
  expect(cursor.readout?.predicted).toBe(1);
  experiment.decision.set({ threshold: 0.75, positiveClass: 0 });
  expect(cursor.readout?.predicted).toBe(0);
});

it('moves the cross from the middle by keys, stays in the window, and says where it is', () => {
  const { left, right } = experiment.samples.window;
  expect(cursor.key('x', false)).toBe(false);
  expect(cursor.key('Home', false)).toBe(true);
  expect(cursor.readout?.x).toBeCloseTo((left + right) / 2, 12);
  cursor.key('ArrowLeft', false);
  expect(cursor.readout?.x).toBeCloseTo((left + right) / 2 - (right - left) / 100, 12);
  for (let i = 0; i < 20; i++) cursor.key('ArrowRight', true);
  expect(cursor.readout?.x).toBe(right);
});

it('tells no number that is none, after a divergence', async () => {
  cursor.point({ x: 0.5, y: 0.5 });
  await watchedFields(experiment, session, [NaN]);
  expect(cursor.readout).toMatchObject({ probability: undefined, predicted: undefined });
  cursor.key('Home', false);
  expect(cursor.spoken).not.toMatch(/NaN/);
});

it('reads the likeliest of three classes', async () => {
  const labels = Uint8Array.from([0, 1, 2]);
  const set = { points: Float32Array.from([0, 0, 1, 0, 0, 1]), labels };
  experiment.samples.use({
    kind: 'own',
    name: 'three',
    samples: { training: set, evaluation: set },
  });
  await watchedFields(experiment, session, [0.2, 0.3, 0.5]);
  cursor.point({ x: 0.5, y: 0.5 });
  expect(cursor.readout).toMatchObject({ predicted: 2, ofClass: 2, probability: 0.5 });
});

it('takes the window along when keys move the cross out of it, up to the whole', () => {
  const { zoom, window: whole } = experiment.field;
  zoom.zoomAt({ across: 0.5, up: 0.5 }, 8);
  cursor.key('Home', false);
  for (let i = 0; i < 8; i++) cursor.key('ArrowRight', true);
  expect(cursor.readout?.x).toBeCloseTo(zoom.window.right, 9);
  expect(zoom.factor).toBeCloseTo(8, 9);
  expect(zoom.window.right).toBeGreaterThan((whole.left + whole.right) / 2 + 0.05);
  for (let i = 0; i < 80; i++) cursor.key('ArrowRight', true);
  expect(cursor.readout?.x).toBe(whole.right);
  cursor.key('0', false);
  expect(zoom.changed).toBe(false);
});

it('stays under the same pixel when keys zoom', () => {
  const { zoom } = experiment.field;
  cursor.key('Home', false);
  for (let i = 0; i < 3; i++) cursor.key('ArrowLeft', true);
  const place = cursor.readout?.x ?? NaN;
  for (let i = 0; i < 4; i++) cursor.key('+', false);
  const { left, right } = zoom.window;
  expect(cursor.readout?.x).toBe(place);
  expect((place - left) / (right - left)).toBeCloseTo(0.2, 9);
});
