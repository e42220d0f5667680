import { describe, expect, it } from 'vitest';
import { nothingFound } from '../../../src/engines/webgl/findings.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { CommandBody, StartCommand } from '../../../src/training/protocol/commands.ts';
import { commandFault } from '../../../src/training/session/commandFault.ts';
import { initialSnapshot } from '../../../src/training/session/snapshots.ts';
import { articleField, articleStart, endlessStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { samples } = articleStart;
const snapshot = initialSnapshot(articleConfiguration);
const start: StartCommand = { kind: 'start', ...articleStart, snapshot };
const findings = { webgl: nothingFound, selfTests: {} };

/** A command as a page with a fault may post it. */
const posted = (kind: CommandBody['kind'], fields: object) => ({ kind, ...fields }) as CommandBody;
const watching = (change: object) => posted('watch', { watches: [{ ...articleField, ...change }] });
const started = (change: object) => posted('start', { ...start, ...change });
const points = (values: unknown) => ({
  ...samples,
  training: { ...samples.training, points: values },
});

const faults: readonly (readonly [CommandBody, string])[] = [
  [
    watching({ kind: 'movie' }),
    'kind of a watch: expected one of field, probabilities, points, units, unit, activations, parameters, got "movie".',
  ],
  [
    watching({ kind: 'probabilities', set: 'other' }),
    'set of a watch: expected one of training, evaluation, got "other".',
  ],
  [watching({ restResolution: 2 ** 20 }), 'resolution: expected a number up to 1024, got 1048576.'],
  [watching({ rate: 5n }), 'rate of a watch: expected a number, got a bigint.'],
  [watching({ class: '1' }), 'class: expected a number, got "1".'],
  [watching({ id: 7 }), 'id of a watch: expected at most 200 plain characters, got 7.'],
  [
    watching({ id: '\u001b[2J' }),
    'id of a watch: expected at most 200 plain characters, got "\\u001b[2J".',
  ],
  [watching({ window: null }), 'window: expected four sides within ±3.4e38, got nothing.'],
  [
    watching({ window: { ...articleField.window, right: 1e39 } }),
    'window: expected four sides within ±3.4e38, got 1e+39.',
  ],
  [posted('watch', {}), 'watches: expected a list of at most 64, got nothing.'],
  [
    posted('watch', { watches: new Array(65).fill(articleField) }),
    'watches: expected a list of at most 64, got a list of 65.',
  ],
  [
    posted('changeSpeed', { stepsPerFrame: NaN }),
    'steps per frame: expected a number above 0, got NaN.',
  ],
  [
    posted('changeSpeed', { stepsPerFrame: 0 }),
    'steps per frame: expected a number above 0, got 0.',
  ],
  [posted('step', { unit: 'year' }), 'step: expected one of step, epoch, got "year".'],
  [posted('step', { unit: 'epoch', count: 0 }), 'count: expected a whole number above 0, got 0.'],
  [
    posted('changeEngine', { engine: 'abacus' }),
    'engine: expected one of auto, webgl, simd, safest, got "abacus".',
  ],
  [
    posted('changeEngine', { engine: 'simd', findings: { webgl: nothingFound } }),
    'findings: expected those of an examination of the engines, got an object.',
  ],
  [
    posted('changeSamples', { samples, samplesVersion: NaN }),
    'version of the samples: expected a whole number, got NaN.',
  ],
  [
    posted('changeSamples', { samples: points([0, 1]), samplesVersion: 2 }),
    'training samples: expected finite coordinates in single precision, got a list of 2.',
  ],
  [
    posted('changeSamples', { samples: points(new Float32Array(2).fill(NaN)), samplesVersion: 2 }),
    'training samples: expected finite coordinates in single precision, got an object.',
  ],
  [
    posted('restore', { snapshot: { ...snapshot, parameters: [1, 2] } }),
    'snapshot: expected progress, parameters and updater state in single precision, got an object.',
  ],
  [
    posted('setParameter', { index: 0.5, value: 1 }),
    'index of a parameter: expected a whole number, got 0.5.',
  ],
  [
    posted('setParameter', { index: 1, value: 1e39 }),
    'value of a parameter: expected a number within ±3.4e38, got 1e+39.',
  ],
  [
    posted('save', { scaling: { x: { shift: 1, size: 2 }, y: { shift: NaN, size: 1 } } }),
    'scaling: expected finite shifts and sizes, got an object.',
  ],
];

describe('the data of a command', () => {
  it('is sound where the types are kept', () => {
    const sound: CommandBody[] = [
      start,
      { ...start, snapshot: undefined, engine: 'safest', findings, stepsPerFrame: 1 / 60 },
      { kind: 'changeEngine', engine: 'webgl', findings },
      { kind: 'watch', watches: [{ ...articleField, rate: 0, restResolution: 1024 }] },
      { kind: 'restore', snapshot },
      { kind: 'train' },
      { kind: 'save' },
      { kind: 'save', scaling: { x: { shift: 1, size: 2 }, y: { shift: 0, size: 1 } } },
    ];
    expect(sound.map(commandFault)).toEqual(sound.map(() => undefined));
  });

  it.each(faults.map(([command, sentence]) => ({ command, sentence })))(
    '$sentence',
    ({ command, sentence }) => {
      expect(commandFault(command)).toBe(sentence);
    },
  );

  it.each([
    [started({ samples: undefined }), 'training samples: expected labels in bytes, got nothing.'],
    [started({ engine: undefined }), /^engine: expected one of auto, .*, got nothing\.$/],
    [started({ stepsPerFrame: '5' }), 'steps per frame: expected a number above 0, got "5".'],
    [started({ watches: {} }), 'watches: expected a list of at most 64, got an object.'],
    [started({ snapshot: null }), /^snapshot: expected progress, .*, got null\.$/],
  ])('that starts a run: %#', (command, sentence) => {
    expect(commandFault(command)).toMatch(sentence);
  });

  it('with a fault is refused, and the run continues', async () => {
    const steered = new SteeredSession();
    await steered.start(endlessStart);
    await steered.command({ kind: 'train' });
    for (const [command] of faults) await steered.command(command);
    await steered.clock.pass(100);
    expect(steered.of('refused').map(({ message }) => message)).toEqual(
      faults.map(([, sentence]) => sentence),
    );
    expect(steered.phases).toEqual(['starting', 'ready', 'training']);
    const { step } = steered.frame.progress;
    await steered.clock.pass(100);
    expect(steered.frame.progress.step).toBeGreaterThan(step);
  });
});
