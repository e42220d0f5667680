import { entryAt } from '../../learning/entryAt.ts';
import type { Engine } from '../../learning/engine.ts';
import { fieldPoints } from '../../learning/fieldPoints.ts';
import type { Samples, Window } from '../../learning/samples.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import {
  type ActivationsWatch,
  mostActivations,
  type ParametersWatch,
  type Picture,
  type UnitPlace,
  type UnitsWatch,
  type UnitWatch,
  type Watch,
} from '../protocol/watches.ts';

/** What looks inside the network. */
export type InsideWatch = UnitsWatch | UnitWatch | ActivationsWatch | ParametersWatch;

/** Activations that are computed at once at most: 4 MB. */
const mostValues = 1_000_000;

export function isInsideWatch(watch: Watch): watch is InsideWatch {
  return ['units', 'unit', 'activations', 'parameters'].includes(watch.kind);
}

/** Whether there is such a unit, where the watch is of one. */
export function isWithin(watch: Watch, { hidden }: NetworkSpecification): boolean {
  if (watch.kind !== 'unit' && watch.kind !== 'activations') return true;
  return watch.unit < (hidden[watch.layer]?.units ?? 0);
}

/** A picture for each watch; undefined when a command came that goes first. */
export async function insidePictures(
  engine: Engine,
  watches: readonly InsideWatch[],
  { training, resting, proceed }: InsideOptions,
): Promise<readonly (readonly [InsideWatch, Picture])[] | undefined> {
  const pictures: (readonly [InsideWatch, Picture])[] = [];
  for (const watch of watches) {
    const picture = await pictureOf(engine, watch, training, resting);
    pictures.push([watch, picture]);
    if (!(await proceed())) return undefined;
  }
  return pictures;
}

interface InsideOptions {
  readonly training: Samples;
  readonly resting: boolean;
  readonly proceed: () => Promise<boolean>;
}

async function pictureOf(
  engine: Engine,
  watch: InsideWatch,
  training: Samples,
  resting: boolean,
): Promise<Picture> {
  const { kind } = watch;
  switch (kind) {
    case 'parameters':
      return { kind, values: await engine.parameters() };
    case 'activations': {
      const { layer, unit } = watch;
      const points = evenlyTaken(training.points, mostActivations);
      const values = await unitValues(engine, points, { layer, unit });
      return { kind, layer, unit, values };
    }
    case 'unit': {
      const { layer, unit, window } = watch;
      const resolution = resting ? watch.restResolution : watch.resolution;
      const values = await unitValues(engine, fieldPoints(window, resolution), { layer, unit });
      return { kind, layer, unit, window, resolution, values };
    }
    case 'units': {
      const { window, resolution } = watch;
      const units = engine.specification.network.hidden.map((layer) => layer.units);
      return {
        kind,
        window,
        resolution,
        units,
        values: await unitPlanes(engine, window, resolution),
      };
    }
  }
}

/** A plane for each unit, layer by layer. */
async function unitPlanes(
  engine: Engine,
  window: Window,
  resolution: number,
): Promise<Float32Array> {
  const cells = resolution * resolution;
  const layers = await engine.activations(fieldPoints(window, resolution));
  const planes = new Float32Array(layers.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const rows of layers) {
    const units = rows.length / cells;
    for (let unit = 0; unit < units; unit++) {
      for (let cell = 0; cell < cells; cell++) {
        planes[start + unit * cells + cell] = rows[cell * units + unit] ?? NaN;
      }
    }
    start += rows.length;
  }
  return planes;
}

/** What one unit answers to n×2 points; in pieces, because an engine answers for all units. */
async function unitValues(
  engine: Engine,
  points: Float32Array,
  { layer, unit }: UnitPlace,
): Promise<Float32Array> {
  const { hidden } = engine.specification.network;
  const all = hidden.reduce((sum, { units }) => sum + units, 0);
  const { units } = entryAt(hidden, layer);
  const piece = Math.max(1, Math.floor(mostValues / all));
  const values = new Float32Array(points.length / 2);
  for (let first = 0; first < values.length; first += piece) {
    const layers = await engine.activations(points.subarray(2 * first, 2 * (first + piece)));
    const rows = entryAt(layers, layer);
    for (let row = 0; row * units < rows.length; row++) {
      values[first + row] = rows[row * units + unit] ?? NaN;
    }
  }
  return values;
}

/** At most that many of n×2 points, from all parts of the list. */
function evenlyTaken(points: Float32Array, most: number): Float32Array {
  const count = points.length / 2;
  if (count <= most) return points;
  const taken = new Float32Array(2 * most);
  for (let index = 0; index < most; index++) {
    const from = 2 * Math.floor((index * count) / most);
    taken.set(points.subarray(from, from + 2), 2 * index);
  }
  return taken;
}
