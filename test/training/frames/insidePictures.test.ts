import { expect, it } from 'vitest';
import type { Picture, Watch } from '../../../src/training/protocol/watches.ts';
import { articleStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const window = { left: -2, right: 2, bottom: -1, top: 1 };
const rate = Infinity;
const configuration = {
  ...articleStart.configuration,
  network: {
    ...articleStart.configuration.network,
    hidden: [
      { units: 3, activation: 'linear' },
      { units: 2, activation: 'linear' },
    ],
  },
};

/** The pictures of a fresh network of linear units, at rest. */
async function seen(...watches: Watch[]): Promise<ReadonlyMap<string, Picture>> {
  const steered = new SteeredSession();
  await steered.start({ configuration, watches });
  return steered.pictures;
}

it('shows every unit over the window, layer by layer: of linear ones w·x + b', async () => {
  const pictures = await seen(
    { id: 'units', kind: 'units', rate, window, resolution: 4 },
    { id: 'parameters', kind: 'parameters', rate },
  );
  const units = pictures.get('units');
  const parameters = pictures.get('parameters')?.values;
  expect(parameters).toHaveLength(9 + 8 + 6);
  const w = (index: number) => parameters?.[index] ?? NaN;
  if (units?.kind !== 'units') throw new Error('Expected the pictures of units.');
  expect(units).toMatchObject({ window, resolution: 4, units: [3, 2] });
  expect(units.values).toHaveLength(5 * 16);
  // Columns are 1 wide and rows ½ high: centres at −1.5, −0.5, … and −0.75, −0.25, …
  const first = (x: number, y: number) =>
    [0, 1, 2].map((unit) => x * w(unit) + y * w(3 + unit) + w(6 + unit));
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      const below = first(column - 1.5, row / 2 - 0.75);
      const above = [0, 1].map((unit) =>
        below.reduce((sum, value, input) => sum + value * w(9 + 2 * input + unit), w(15 + unit)),
      );
      const cell = [0, 1, 2, 3, 4].map((unit) => units.values[16 * unit + 4 * row + column]);
      for (const [unit, value] of [...below, ...above].entries()) {
        expect(cell[unit]).toBeCloseTo(value, 5);
      }
    }
  }
});

it('shows one unit as finely as asked for, as it shows all of them', async () => {
  const grid = { rate, window, resolution: 4 };
  const pictures = await seen(
    { id: 'units', kind: 'units', ...grid },
    { id: 'unit', kind: 'unit', layer: 1, unit: 0, ...grid, restResolution: 4 },
    { id: 'fine', kind: 'unit', layer: 1, unit: 0, ...grid, restResolution: 8 },
  );
  const unit = pictures.get('unit');
  expect(unit).toMatchObject({ kind: 'unit', layer: 1, unit: 0, window, resolution: 4 });
  expect(unit?.values).toEqual(pictures.get('units')?.values.slice(48, 64));
  expect(pictures.get('fine')).toMatchObject({ resolution: 8 });
  expect(pictures.get('fine')?.values).toHaveLength(64);
});

it('asks at most 1,000 samples, from all parts of the training set, what a unit answers', async () => {
  const { training } = articleStart.samples;
  const watch: Watch = { id: 'some', kind: 'activations', rate, layer: 0, unit: 2 };
  const all = await seen(watch);
  expect(all.get('some')?.values).toHaveLength(training.labels.length);
  const doubled = {
    points: Float32Array.from([...training.points, ...training.points]),
    labels: Uint8Array.from([...training.labels, ...training.labels]),
  };
  const steered = new SteeredSession();
  const samples = { ...articleStart.samples, training: doubled };
  await steered.start({ configuration, samples, watches: [watch] });
  const some = steered.pictures.get('some')?.values ?? new Float32Array();
  expect(some).toHaveLength(1000);
  // Every second sample of the doubled set.
  const expected = Array.from({ length: 1000 }, (_, i) => all.get('some')?.values[(2 * i) % 1000]);
  expect(Array.from(some)).toEqual(expected);
});

it('looks again when the training set is another one', async () => {
  const steered = new SteeredSession();
  const watches: Watch[] = [{ id: 'some', kind: 'activations', rate, layer: 0, unit: 0 }];
  await steered.start({ configuration, watches });
  const training = { points: new Float32Array(4), labels: new Uint8Array([0, 1]) };
  const samples = { ...articleStart.samples, training };
  await steered.command({ kind: 'changeSamples', samples, samplesVersion: 2 });
  await steered.clock.pass(50);
  expect(steered.pictures.get('some')?.values).toHaveLength(2);
});

it('is sent once at rest, whatever else a message holds', async () => {
  const steered = new SteeredSession();
  const extra = { restResolution: 8, layer: 0, unit: 0 };
  const units: Watch = { id: 'units', kind: 'units', rate, window, resolution: 4, ...extra };
  await steered.start({ configuration, watches: [units] });
  await steered.clock.pass(500);
  expect(steered.frames).toHaveLength(1);
});

it('gives a unit that the network has not no picture, and comes to rest', async () => {
  const steered = new SteeredSession();
  const watches: Watch[] = [
    { id: 'gone', kind: 'activations', rate, layer: 0, unit: 3 },
    { id: 'none', kind: 'unit', rate, layer: 7, unit: 0, window, resolution: 4, restResolution: 4 },
  ];
  await steered.start({ configuration, watches });
  await steered.clock.pass(500);
  expect(steered.of('refused')).toEqual([]);
  expect(steered.pictures.size).toBe(0);
  expect(steered.frames).toHaveLength(1);
});
