import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { TrainingRun } from '../../../src/state/run/trainingRun.svelte.ts';
import type { FieldPicture } from '../../../src/training/protocol/watches.ts';
import { PageClockDouble } from '../../support/pageClockDouble.ts';
import { SessionDouble } from '../../support/sessionDouble.ts';

const window = { left: 0, right: 1, bottom: 0, top: 1 };
const request = { class: 1, window, resolution: 2, restResolution: 4 };
const samples = {
  training: { points: new Float32Array(4), labels: new Uint8Array(2) },
  evaluation: { points: new Float32Array(2), labels: new Uint8Array(1) },
};

function startedRun() {
  const session = new SessionDouble();
  const clock = new PageClockDouble();
  const run = new TrainingRun(session.connect, { engine: 'auto', stepsPerFrame: 1 }, clock);
  run.start(articleConfiguration, samples);
  return { session, clock, run };
}

/** Reads in an effect until it is told to stop, or the test has ended. */
function reading(read: () => readonly unknown[]): () => void {
  const stop = $effect.root(() => {
    $effect(() => {
      read();
    });
  });
  onTestFinished(stop);
  flushSync();
  return stop;
}

/** Lets microtasks run. */
const moment = () => new Promise((resolve) => setTimeout(resolve));

const fieldOf = (value: number): FieldPicture => ({
  ...request,
  kind: 'field',
  values: new Float32Array(4).fill(value),
});

it('watches what effects read, once for all of them, until none reads it', async () => {
  const { session, run } = startedRun();
  expect(session.watches).toEqual([]);
  const stop = reading(() => [run.field(request)]);
  const stopOther = reading(() => [run.field({ ...request }), run.probabilities('training')]);
  await moment();
  expect(session.watches).toMatchObject([
    { kind: 'field', ...request, rate: Infinity },
    { kind: 'probabilities', set: 'training', rate: Infinity },
  ]);
  expect(session.of('watch')).toHaveLength(1);
  stopOther();
  await moment();
  expect(session.watches.map(({ kind }) => kind)).toEqual(['field']);
  stop();
  await moment();
  expect(session.watches).toEqual([]);
});

it('watches what is inside the network, less often, and forgets it with the network', async () => {
  const { session, run } = startedRun();
  const { pictures } = run;
  const place = { layer: 0, unit: 3 };
  const grid = { window, resolution: 2 };
  reading(() => [
    pictures.units(grid),
    pictures.unit({ ...place, ...grid, restResolution: 4 }),
    pictures.activations(place),
    pictures.parameters(),
  ]);
  await moment();
  expect(session.watches).toMatchObject([
    { kind: 'units', ...grid, rate: 12 },
    { kind: 'unit', ...place, ...grid, restResolution: 4, rate: Infinity },
    { kind: 'activations', ...place, rate: 12 },
    { kind: 'parameters', rate: 12 },
  ]);
  const values = new Float32Array(102);
  session.frame({ pictures: { parameters: { kind: 'parameters', values } } });
  expect(pictures.parameters()?.values).toBe(values);
  run.start({ ...articleConfiguration }, samples);
  expect(pictures.parameters()?.values).toBe(values);
  const { network } = articleConfiguration;
  const hidden = [{ units: 3, activation: 'relu' }];
  run.start({ ...articleConfiguration, network: { ...network, hidden } }, samples);
  expect(pictures.parameters()).toBeUndefined();
});

it('does not watch what is read outside of effects', async () => {
  const { session, run } = startedRun();
  expect(run.field(request)).toBeUndefined();
  await moment();
  expect(session.watches).toEqual([]);
});

it('remembers nothing of what was only read outside of effects', () => {
  const { session, run } = startedRun();
  expect(run.pictures.parameters()).toBeUndefined();
  const values = new Float32Array(102);
  session.frame({ pictures: { parameters: { kind: 'parameters', values } } });
  expect(run.pictures.parameters()).toBeUndefined();
});

it('starts the next run with what is watched', async () => {
  const { session, run } = startedRun();
  reading(() => [run.field(request)]);
  await moment();
  run.start(articleConfiguration, samples);
  expect(session.of('start').at(-1)?.watches).toMatchObject([{ kind: 'field' }]);
});

it('gives each picture that comes to whoever reads it, and keeps those that were not due', async () => {
  const { session, run } = startedRun();
  const seen: (number | undefined)[] = [];
  reading(() => [seen.push(run.field(request)?.values[0])]);
  await moment();
  const id = session.watches[0]?.id ?? '';
  session.frame({ pictures: { [id]: fieldOf(0.25) } });
  flushSync();
  session.frame({ pictures: {} });
  flushSync();
  session.frame({ pictures: { [id]: fieldOf(0.75) } });
  flushSync();
  expect(seen).toEqual([undefined, 0.25, 0.75]);
});

it('drops pictures of samples that are gone', async () => {
  const { session, run } = startedRun();
  reading(() => [run.probabilities('training'), run.field(request)]);
  await moment();
  const probabilities = (value: number) => ({
    training: {
      kind: 'probabilities' as const,
      set: 'training' as const,
      values: new Float32Array(4).fill(value),
      loss: 0.5,
    },
  });
  const late = session.frame({ pictures: probabilities(0.5) });
  expect(run.probabilities('training')?.[0]).toBe(0.5);
  run.changeSamples({ ...samples });
  expect(run.probabilities('training')).toBeUndefined();
  session.frame({ ...late, number: 2 });
  expect(run.probabilities('training')).toBeUndefined();
  session.frame({ pictures: probabilities(0.25) });
  expect(run.probabilities('training')?.[0]).toBe(0.25);
});

it('wants two pictures a second where the user wants little motion', async () => {
  const { session, run } = startedRun();
  reading(() => [run.field(request)]);
  run.setCalm(true);
  await moment();
  expect(session.watches).toMatchObject([{ rate: 2 }]);
});

it('acknowledges a shown frame once, with the next painted frame, however many views show it', async () => {
  const { session, clock, run } = startedRun();
  reading(() => [run.field(request)]);
  reading(() => [run.field(request)]);
  await moment();
  const id = session.watches[0]?.id ?? '';
  session.frame({ number: 1, pictures: { [id]: fieldOf(0.5) } });
  clock.wait(10_000);
  expect(session.of('acknowledge')).toEqual([]);
  clock.paint();
  clock.paint();
  expect(session.of('acknowledge').map(({ frame }) => frame)).toEqual([1]);
});

it('need not wait for the slow beat when it begins to be shown', async () => {
  const { session, clock, run } = startedRun();
  session.frame({ number: 1 });
  reading(() => [run.field(request)]);
  await moment();
  clock.paint();
  expect(session.of('acknowledge').map(({ frame }) => frame)).toEqual([1]);
  clock.wait(10_000);
  expect(session.of('acknowledge')).toHaveLength(1);
});

it('does not wait for a painted frame where the first one was made before it was watched', async () => {
  const { session, clock, run } = startedRun();
  reading(() => [run.field(request)]);
  await moment();
  let shown = false;
  void run.shown.then(() => (shown = true));
  session.frame({ number: 1, pictures: {} });
  await moment();
  expect(session.of('acknowledge').map(({ frame }) => frame)).toEqual([1]);
  expect([clock.painting, shown]).toEqual([0, false]);
  // Only the first: later ones may have no picture that is due.
  session.frame({ number: 2, pictures: {} });
  expect(session.of('acknowledge')).toHaveLength(1);
  clock.paint();
  clock.wait(0);
  await moment();
  expect([session.of('acknowledge').length, shown]).toEqual([2, true]);
});

it('keeps no picture that comes when nobody watches it any more', async () => {
  const { session, run } = startedRun();
  const stop = reading(() => [run.field(request)]);
  await moment();
  const id = session.watches[0]?.id ?? '';
  stop();
  await moment();
  session.frame({ pictures: { [id]: fieldOf(1) } });
  let seen: FieldPicture | undefined;
  reading(() => [(seen = run.field(request))]);
  expect(seen).toBeUndefined();
});

it('watches no class that the network of a new run has not, whatever effects still read', async () => {
  const { session, run } = startedRun();
  const { network } = articleConfiguration;
  const ofThree = { ...articleConfiguration, network: { ...network, classes: 3 } };
  run.start(ofThree, samples);
  reading(() => [run.field(request), run.field({ ...request, class: 2 })]);
  await moment();
  const classes = () => session.watches.map((watch) => watch.kind === 'field' && watch.class);
  expect(classes()).toEqual([1, 2]);
  run.start(articleConfiguration, samples);
  expect(classes()).toEqual([1]);
  run.start(ofThree, samples);
  expect(classes()).toEqual([1, 2]);
});
