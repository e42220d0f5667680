import { engineNames } from '../../engines/engineNames.ts';
import { faultText } from '../../learning/validation/fault.ts';
import type { CommandBody } from '../protocol/commands.ts';
import type { Watch } from '../protocol/watches.ts';
import { allFinite } from './snapshots.ts';

/*
 * A command is plain data from another thread: its types are a promise that nobody has checked. What
 * is checked here would otherwise fail in the middle of work, take the engine with it, or never end.
 * Whether a sound command suits the run is checked where it is carried out.
 */

/** The plot asks for 192; larger fields would fill the memory. */
const finestResolution = 1024;
/** The page has one for each class and one for each set. */
const mostWatches = 64;
/** The page's longest ids hold seven numbers; sentences show them as they are. */
const plainId = /^[ -~]{0,200}$/;

type Fields = Readonly<Partial<Record<string, unknown>>>;

/** A full sentence, or undefined where nothing is wrong. */
type Finding = string | undefined;

/** What is wrong with the data of a command, as a full sentence; undefined where nothing is. */
export function commandFault(command: CommandBody): Finding {
  const fields = fieldsOf(command);
  switch (command.kind) {
    case 'start':
      return (
        samplesFault(fields) ??
        speedFault(fields) ??
        engineFault(fields) ??
        watchesFault(fields) ??
        (fields.snapshot === undefined ? undefined : snapshotFault(fields))
      );
    case 'step':
      return choiceFault('step', fields.unit, ['step', 'epoch']) ?? countFault(fields);
    case 'changeSamples':
      return samplesFault(fields);
    case 'changeSpeed':
      return speedFault(fields);
    case 'changeEngine':
      return engineFault(fields);
    case 'watch':
      return watchesFault(fields);
    case 'restore':
      return snapshotFault(fields);
    case 'setParameter':
      return parameterFault(fields);
    case 'save':
      return scalingFault(fields);
    default:
      return undefined;
  }
}

function samplesFault({ samples, samplesVersion }: Fields): Finding {
  const { training, evaluation } = fieldsOf(samples);
  return (
    setFault('training samples', fieldsOf(training)) ??
    setFault('evaluation samples', fieldsOf(evaluation)) ??
    unless(Number.isSafeInteger(samplesVersion), {
      what: 'version of the samples',
      expected: 'a whole number',
      value: samplesVersion,
    })
  );
}

function setFault(what: string, { points, labels }: Fields): Finding {
  return (
    unless(labels instanceof Uint8Array, { what, expected: 'labels in bytes', value: labels }) ??
    unless(points instanceof Float32Array && allFinite(points), {
      what,
      expected: 'finite coordinates in single precision',
      value: points,
    })
  );
}

function countFault({ count }: Fields): Finding {
  const sound = count === undefined || (Number.isSafeInteger(count) && Number(count) > 0);
  return unless(sound, { what: 'count', expected: 'a whole number above 0', value: count });
}

function scalingFault({ scaling }: Fields): Finding {
  if (scaling === undefined) return undefined;
  const { x, y } = fieldsOf(scaling);
  const numbers = [fieldsOf(x), fieldsOf(y)].flatMap(({ shift, size }) => [shift, size]);
  return unless(numbers.every(Number.isFinite), {
    what: 'scaling',
    expected: 'finite shifts and sizes',
    value: scaling,
  });
}

function speedFault({ stepsPerFrame }: Fields): Finding {
  return unless(typeof stepsPerFrame === 'number' && stepsPerFrame > 0, {
    what: 'steps per frame',
    expected: 'a number above 0',
    value: stepsPerFrame,
  });
}

function engineFault({ engine, findings }: Fields): Finding {
  const names = ['auto', ...engineNames.map(({ name }) => name), 'safest'];
  return (
    choiceFault('engine', engine, names) ??
    unless(findings === undefined || areFindings(fieldsOf(findings)), {
      what: 'findings',
      expected: 'those of an examination of the engines',
      value: findings,
    })
  );
}

function areFindings({ webgl, selfTests }: Fields): boolean {
  const { renderer, canvas, webgl2, floatTargets, fullPrecision } = fieldsOf(webgl);
  const results = Object.values(fieldsOf(selfTests)).map(fieldsOf);
  return (
    typeof renderer === 'string' &&
    [canvas, webgl2, floatTargets, fullPrecision].every((flag) => typeof flag === 'boolean') &&
    isObject(selfTests) &&
    results.every(
      ({ passed, sentence }) => typeof passed === 'boolean' && typeof sentence === 'string',
    )
  );
}

function snapshotFault({ snapshot }: Fields): Finding {
  const { progress, parameters, updaterState } = fieldsOf(snapshot);
  const { step, epoch, position, updates } = fieldsOf(progress);
  const sound =
    [step, epoch, position, updates].every((count) => typeof count === 'number') &&
    parameters instanceof Float32Array &&
    updaterState instanceof Float32Array;
  const expected = 'progress, parameters and updater state in single precision';
  return unless(sound, { what: 'snapshot', expected, value: snapshot });
}

function parameterFault({ index, value }: Fields): Finding {
  return (
    unless(Number.isSafeInteger(index), {
      what: 'index of a parameter',
      expected: 'a whole number',
      value: index,
    }) ??
    unless(isSingle(value), {
      what: 'value of a parameter',
      expected: 'a number within ±3.4e38',
      value,
    })
  );
}

function watchesFault({ watches }: Fields): Finding {
  if (!Array.isArray(watches) || watches.length > mostWatches) {
    return sentence({
      what: 'watches',
      expected: `a list of at most ${mostWatches}`,
      value: watches,
    });
  }
  for (const watch of watches) {
    const finding = watchFault(fieldsOf(watch));
    if (finding !== undefined) return finding;
  }
  return undefined;
}

const faultsOfKinds: Readonly<Record<Watch['kind'], (watch: Fields) => Finding>> = {
  field: fieldFault,
  probabilities: ({ set }) => choiceFault('set of a watch', set, ['training', 'evaluation']),
  points: ({ points }) =>
    unless(Array.isArray(points) && points.every((each) => typeof each === 'number'), {
      what: 'points of a watch',
      expected: 'a list of numbers',
      value: points,
    }),
  units: ({ window, resolution }) => gridFault(window, [resolution]),
  unit: ({ layer, unit, window, resolution, restResolution }) =>
    placeFault(layer, unit) ?? gridFault(window, [resolution, restResolution]),
  activations: ({ layer, unit }) => placeFault(layer, unit),
  parameters: () => undefined,
};

const watchKinds: ReadonlyMap<unknown, (watch: Fields) => Finding> = new Map(
  Object.entries(faultsOfKinds),
);

function watchFault(watch: Fields): Finding {
  const { id, kind, rate } = watch;
  const ofKind = watchKinds.get(kind);
  if (!ofKind) return choiceFault('kind of a watch', kind, Object.keys(faultsOfKinds));
  return (
    unless(typeof id === 'string' && plainId.test(id), {
      what: 'id of a watch',
      expected: 'at most 200 plain characters',
      value: id,
    }) ??
    unless(typeof rate === 'number', {
      what: 'rate of a watch',
      expected: 'a number',
      value: rate,
    }) ??
    ofKind(watch)
  );
}

function fieldFault({ class: ofClass, window, resolution, restResolution }: Fields): Finding {
  return (
    unless(typeof ofClass === 'number', { what: 'class', expected: 'a number', value: ofClass }) ??
    gridFault(window, [resolution, restResolution])
  );
}

function placeFault(layer: unknown, unit: unknown): Finding {
  const places = [layer, unit];
  return unless(
    places.every((each) => typeof each === 'number'),
    { what: 'layer and unit', expected: 'two numbers', value: places },
  );
}

function gridFault(window: unknown, resolutions: readonly unknown[]): Finding {
  const { left, right, bottom, top } = fieldsOf(window);
  const sides = [left, right, bottom, top];
  return (
    unless(resolutions.every(isResolution), {
      what: 'resolution',
      expected: `a number up to ${finestResolution}`,
      value: resolutions.find((cells) => !isResolution(cells)),
    }) ??
    unless(sides.every(isSingle), {
      what: 'window',
      expected: 'four sides within ±3.4e38',
      value: sides.find((side) => !isSingle(side)),
    })
  );
}

function isResolution(value: unknown): boolean {
  return typeof value === 'number' && value <= finestResolution;
}

/** Whether it is a finite number also in single precision, in which engines take it. */
function isSingle(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(Math.fround(value));
}

function choiceFault(what: string, value: unknown, names: readonly string[]): Finding {
  const known = typeof value === 'string' && names.includes(value);
  return unless(known, { what, expected: `one of ${names.join(', ')}`, value });
}

interface Claim {
  readonly what: string;
  readonly expected: string;
  readonly value: unknown;
}

function unless(sound: boolean, claim: Claim): Finding {
  return sound ? undefined : sentence(claim);
}

function sentence({ what, expected, value }: Claim): string {
  return `${what}: ${faultText({ code: 'type', expected, value })}.`;
}

/** The fields of an object; none of anything else. */
function fieldsOf(value: unknown): Fields {
  return isObject(value) ? { ...value } : {};
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
