import { describe, expect, it } from 'vitest';
import type { Watch } from '../../../src/training/protocol/watches.ts';
import {
  articleField,
  articleStart,
  articleWatches,
  endlessStart,
} from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

/** A session that trains without an end, watched like that. */
async function training(watches: readonly Watch[]): Promise<SteeredSession> {
  const steered = new SteeredSession();
  await steered.start({ ...endlessStart, watches });
  await steered.command({ kind: 'train' });
  return steered;
}

describe('back-pressure', () => {
  it('sends no frame before the last one was acknowledged, and trains on', async () => {
    const steered = new SteeredSession();
    steered.acknowledges = false;
    await steered.start(endlessStart);
    await steered.command({ kind: 'train' });
    await steered.clock.pass(3000);
    expect(steered.frames).toHaveLength(1);
    // Snapshots show that training continued: 0.5 ms a step and nothing else to do.
    expect(steered.snapshot.progress.step).toBeGreaterThan(3900);
    await steered.command({ kind: 'acknowledge', frame: 1 });
    await steered.clock.pass(100);
    expect(steered.frames.map(({ number }) => number)).toEqual([1, 2]);
  });

  it.each([
    ['a repeated one', 1],
    ['an older one', 0],
    ['one of a frame that was never sent', 3],
  ])('takes no other acknowledgement for that of the newest frame: %s', async (_name, frame) => {
    const steered = new SteeredSession();
    steered.acknowledges = false;
    await steered.start(endlessStart);
    await steered.command({ kind: 'train' });
    await steered.command({ kind: 'acknowledge', frame: 1 });
    await steered.clock.pass(100);
    expect(steered.frames).toHaveLength(2);
    await steered.command({ kind: 'acknowledge', frame });
    await steered.clock.pass(100);
    expect(steered.frames).toHaveLength(2);
  });

  it('computes no field that it cannot send', async () => {
    const steered = new SteeredSession();
    steered.acknowledges = false;
    await steered.start(endlessStart);
    await steered.command({ kind: 'train' });
    await steered.clock.pass(1000);
    expect(steered.engine.calls.field).toBe(1);
  });

  it('begins anew with a new run', async () => {
    const steered = new SteeredSession();
    steered.acknowledges = false;
    await steered.start();
    steered.run = 2;
    await steered.start();
    expect(steered.frames.map(({ number }) => number)).toEqual([1, 1]);
  });

  it('owes the state at rest until it can be sent', async () => {
    const steered = new SteeredSession();
    await steered.start(endlessStart);
    steered.acknowledges = false;
    await steered.command({ kind: 'train' });
    await steered.clock.pass(200);
    await steered.command({ kind: 'pause' });
    const { step } = steered.snapshot.progress;
    expect(steered.frame.progress.step).toBeLessThan(step);
    await steered.command({ kind: 'acknowledge', frame: steered.frame.number });
    expect(steered.frame.progress.step).toBe(step);
    expect(steered.field.resolution).toBe(8);
  });
});

describe('frames', () => {
  it('come about as often as the screen is painted while they are cheap', async () => {
    const steered = await training(articleWatches);
    const before = steered.frames.length;
    await steered.clock.pass(1000);
    // Pieces of 12 to 16 ms, a frame after each.
    expect(steered.frames.length - before).toBeGreaterThanOrEqual(60);
    expect(steered.frames.length - before).toBeLessThanOrEqual(85);
  });

  it('leave half of the time to training where they are dear', async () => {
    const steered = new SteeredSession();
    // 16 × 16 cells of 0.5 ms: 128 ms, and the engine cannot halve 16.
    steered.costs = { step: 1, cell: 0.5 };
    const watches = [{ ...articleField, resolution: 16, restResolution: 16 }];
    await steered.start({ ...endlessStart, watches });
    await steered.command({ kind: 'train' });
    const { step } = steered.frame.progress;
    await steered.clock.pass(10_000);
    const trained = steered.frame.progress.step - step;
    expect(trained).toBeGreaterThan(4500);
    expect(trained).toBeLessThan(6000);
  });

  it('have a coarser field while training on a slow engine, the one asked for at rest', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 1, cell: 0.02 };
    const watches = [{ ...articleField, resolution: 96, restResolution: 192 }];
    await steered.start({ ...endlessStart, watches });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(3000);
    // 25 ms buy 1250 cells: 24 × 24 is the half of the half of 96 × 96.
    expect(steered.field.resolution).toBe(24);
    await steered.command({ kind: 'pause' });
    await steered.clock.pass(3000);
    expect(steered.field.resolution).toBe(192);
    expect(steered.field.values).toHaveLength(192 * 192);
  });

  it('share what a slow engine can afford between all fields', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 1, cell: 0.02 };
    const right = { left: 2, right: 4, bottom: 2, top: 4 };
    const watches = [
      { ...articleField, resolution: 32 },
      { ...articleField, id: 'right', window: right, resolution: 32 },
    ];
    await steered.start({ ...endlessStart, watches });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(3000);
    // 25 ms buy 1250 cells: one field of 32 × 32 = 1024, or two of 16 × 16.
    expect(steered.field.resolution).toBe(16);
  });

  it('stop for a command that comes meanwhile', async () => {
    const steered = new SteeredSession();
    // 29,698 parameters at about the price that is guessed before anything is measured.
    steered.costs = { step: 0.1, cell: 0.03 };
    const { configuration } = articleStart;
    const hidden = Array.from({ length: 8 }, () => ({ units: 64, activation: 'relu' }));
    await steered.start({
      configuration: { ...configuration, network: { ...configuration.network, hidden } },
      watches: [{ ...articleField, resolution: 32, restResolution: 64 }],
    });
    // The field at rest takes 123 ms in pieces of 256 cells: the first frame is still being made.
    expect(steered.frames).toHaveLength(0);
    await steered.command({ kind: 'train' });
    expect(steered.phase).toBe('training');
    await steered.clock.pass(100);
    expect(steered.frames.length).toBeGreaterThan(1);
    const fields = steered.frames.flatMap(({ pictures }) => Object.values(pictures));
    expect(fields.every(({ values }) => values.length < 64 * 64)).toBe(true);
    expect(steered.engine.longestCall).toBeLessThan(30);
  });
});

describe('the watch of points', () => {
  const cross: Watch = { id: 'cross', kind: 'points', rate: Infinity, points: [0.5, 0.25, 0.1, 1] };

  it('gets what the network predicts there', async () => {
    const steered = await training([cross]);
    await steered.clock.pass(200);
    await steered.command({ kind: 'pause' });
    const values = await steered.engine.predict(Float32Array.of(0.5, 0.25, 0.1, 1));
    expect(steered.pictures.get('cross')).toEqual({ kind: 'points', values });
  });

  it('that moves at rest gets an answer, and nothing else is computed again', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const before = { ...steered.engine.calls };
    for (const x of [0.1, 0.2, 0.3]) {
      const watches = [...articleWatches, { ...cross, points: [x, 0.5] }];
      await steered.command({ kind: 'watch', watches });
      const values = await steered.engine.predict(Float32Array.of(x, 0.5));
      expect(steered.frame.pictures).toEqual({ cross: { kind: 'points', values } });
    }
    expect(steered.engine.calls).toEqual(before);
  });

  it('that moves again and again lets a dear field be finished', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 0.1, cell: 0.02 };
    // 64 × 64 cells of 0.02 ms: 82 ms, in pieces of at most 25 ms once the cost is known.
    const field = { ...articleField, resolution: 64, restResolution: 64 };
    await steered.start({ watches: [field] });
    for (const unit of ['epoch', 'epoch'] as const) {
      await steered.command({ kind: 'step', unit });
      await steered.clock.pass(500);
    }
    const { values } = steered.field;
    await steered.command({ kind: 'step', unit: 'step' });
    for (let i = 0; i < 50; i++) {
      const watches = [field, { ...cross, points: [i / 50, 0] }];
      await steered.command({ kind: 'watch', watches });
      await steered.clock.pass(8);
    }
    expect(steered.field.values).toHaveLength(64 * 64);
    expect(steered.field.values).not.toEqual(values);
  });
});

describe('watches', () => {
  it('give the losses as well, which are not measured twice', async () => {
    const steered = new SteeredSession();
    await steered.start();
    expect(steered.frames).toHaveLength(1);
    const { probabilitiesAndLoss, probabilities, loss } = steered.engine.calls;
    expect([probabilitiesAndLoss, probabilities, loss]).toEqual([2, 0, 0]);
    expect(steered.pictures.get('training')).toMatchObject({ loss: steered.losses.training });
  });

  it('get new pictures of other weights at the same step', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const { parameters, ...rest } = steered.snapshot;
    const before = steered.field.values;
    await steered.command({
      kind: 'restore',
      snapshot: { ...rest, parameters: parameters.map((value) => -value) },
    });
    expect(steered.frames).toHaveLength(2);
    expect([...steered.pictures.keys()].sort()).toEqual(Object.keys(steered.frame.pictures).sort());
    expect(steered.field.values).not.toEqual(before);
  });

  it('that are none cost nothing but the losses', async () => {
    const steered = await training([]);
    await steered.clock.pass(900); // the first snapshot comes after a second
    expect(steered.frames.length).toBeGreaterThan(10);
    expect(steered.frames.every(({ pictures }) => Object.keys(pictures).length === 0)).toBe(true);
    expect(steered.engine.calls.field).toBe(0);
    expect(steered.engine.calls.probabilitiesAndLoss).toBe(0);
    expect(steered.losses.training).toBeLessThan(0.3);
    expect(steered.losses.evaluation).toBeLessThan(0.3);
  });

  it('get as many pictures a second as their rate while it trains', async () => {
    const steered = await training([
      articleField,
      { ...articleField, id: 'slow', rate: 5 },
      { ...articleField, id: 'never', rate: 0 },
    ]);
    const count = (id: string) => steered.frames.filter(({ pictures }) => id in pictures).length;
    const before = { field: count('field'), slow: count('slow'), never: count('never') };
    await steered.clock.pass(4000);
    expect(count('slow') - before.slow).toBeGreaterThanOrEqual(19);
    expect(count('slow') - before.slow).toBeLessThanOrEqual(21);
    expect(count('never') - before.never).toBe(0);
    expect(count('field') - before.field).toBeGreaterThan(200);
  });

  it('all get a picture of the state at rest, however slow their rate', async () => {
    const steered = await training([{ ...articleField, rate: 0 }]);
    await steered.clock.pass(500);
    const untrained = steered.field.values;
    await steered.command({ kind: 'pause' });
    await steered.clock.pass(50);
    expect(steered.field.resolution).toBe(8);
    expect(steered.field.values).toEqual(
      await steered.engine.field(articleField.window, articleField.restResolution, [1]),
    );
    expect(steered.field.values).not.toEqual(untrained);
  });

  it('that come or change get a picture at once, the others none of a state that they have', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const window = { left: 0, right: 1, bottom: 0, top: 1 };
    const added: Watch = { ...articleField, id: 'added', window };
    await steered.command({ kind: 'watch', watches: [...articleWatches, added] });
    expect(Object.keys(steered.frame.pictures)).toEqual(['added']);
    expect(steered.pictures.get('added')).toMatchObject({ window, resolution: 8 });

    const finer = { ...added, restResolution: 16 };
    await steered.command({ kind: 'watch', watches: [...articleWatches, finer] });
    expect(Object.keys(steered.frame.pictures)).toEqual(['added']);
    expect(steered.pictures.get('added')).toMatchObject({ resolution: 16 });

    const frames = steered.frames.length;
    await steered.command({ kind: 'watch', watches: structuredClone(articleWatches) });
    await steered.clock.pass(100);
    expect(steered.frames).toHaveLength(frames);
  });

  it('can change while it trains', async () => {
    const steered = await training(articleWatches);
    const coarser: Watch = { ...articleField, rate: 0, resolution: 2 };
    await steered.command({ kind: 'watch', watches: [coarser] });
    await steered.clock.pass(100);
    expect(steered.field.resolution).toBe(2);
    expect(Object.keys(steered.frame.pictures)).toEqual([]);
  });

  it('of one window and resolution share one computation', async () => {
    const steered = new SteeredSession();
    const { window } = articleField;
    await steered.start({
      watches: [
        articleField,
        { ...articleField, id: 'same', rate: 1 },
        { ...articleField, id: 'other', class: 0 },
        { ...articleField, id: 'finer', restResolution: 16 },
        { ...articleField, id: 'elsewhere', window: { ...window, top: 2 } },
      ],
    });
    expect(steered.pictures.size).toBe(5);
    expect(steered.engine.calls.field).toBe(3);
    expect(steered.pictures.get('same')).toEqual(steered.field);
  });

  it.each<[string, Watch[], RegExp]>([
    [
      'number of coordinates',
      [{ id: 'cross', kind: 'points', rate: 1, points: [1] }],
      /"cross": expected x and y of at most 64 points, got 1 numbers\./,
    ],
    [
      'coordinate',
      [{ id: 'cross', kind: 'points', rate: 1, points: [1, NaN] }],
      /"cross": expected finite coordinates, got NaN\./,
    ],
    ['class', [{ ...articleField, class: 2 }], /"field": expected a class from 0 to 1, got 2\./],
    [
      'unit',
      [{ id: 'one', kind: 'activations', rate: 1, layer: 0, unit: 0.5 }],
      /"one": expected a unit of at least 0, got 0\.5\./,
    ],
    [
      'resolution of all units',
      [{ ...articleField, kind: 'units', resolution: 64 }],
      /whole resolution from 1 to 32, got 64\./,
    ],
    ['resolution', [{ ...articleField, resolution: 0 }], /whole resolution of at least 1, got 0\./],
    ['rate', [{ ...articleField, rate: NaN }], /expected a rate of at least 0, got NaN\./],
    ['window', [{ ...articleField, window: { left: 1, right: 0, bottom: 0, top: 1 } }], /left 1,/],
    ['id', [articleField, articleField], /each id once, got "field" twice\./],
  ])('are refused for a %s that cannot be, and those before stay', async (_, watches, sentence) => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.command({ kind: 'watch', watches });
    expect(steered.of('refused').map(({ command }) => command)).toEqual(['watch']);
    expect(steered.of('refused').at(-1)?.message).toMatch(sentence);
    await steered.command({ kind: 'step', unit: 'step' });
    await steered.clock.pass(50);
    expect(steered.phase).toBe('paused');
    expect(Object.keys(steered.frame.pictures)).toEqual(['training', 'evaluation', 'field']);
  });
});
