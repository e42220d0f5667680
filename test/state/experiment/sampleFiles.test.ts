import { expect, test } from 'vitest';
import { articleRecipe } from '../../../src/learning/configuration.ts';
import { samplesOf, type SampleSource } from '../../../src/learning/sampleSource.ts';
import { fitScaling, scalePoints } from '../../../src/learning/scaling/fitScaling.ts';
import { sampleFiles } from '../../../src/state/experiment/sampleFiles.ts';
import { readBack } from '../../support/readBack.ts';

function filesOf(source: SampleSource) {
  const scaling = source.kind === 'own' ? source.scaling : undefined;
  return sampleFiles({ source, sets: samplesOf(source), scaling });
}

test('both sets of a recipe, and this page reads them back as they are', () => {
  const source = { kind: 'recipe', recipe: { ...articleRecipe, set: 'blobs' } } as const;
  const files = filesOf(source);
  expect(files.map(({ name }) => name)).toEqual(['blobs-train.csv', 'blobs-eval.csv']);
  expect(files[0]?.text.startsWith('label,x,y\n')).toBe(true);
  const { training, evaluation } = samplesOf(source);
  expect(files.map(({ text }) => readBack(text))).toEqual([training, evaluation]);
});

test('scaled samples are written in the units of their file; an empty set is not', () => {
  const metres = Float64Array.of(388000.3481, 3948000.1094, 388000.6189, 3948000.4824);
  const scaling = fitScaling('standard', metres);
  const training = { points: scalePoints(metres, scaling), labels: Uint8Array.of(1, 0) };
  const evaluation = { points: new Float32Array(), labels: new Uint8Array() };
  const source = {
    kind: 'own',
    name: 'my map.csv',
    samples: { training, evaluation },
    scaling,
  } as const;
  expect(filesOf(source)).toEqual([
    {
      name: 'my-map-train.csv',
      text: 'label,x,y\n1,388000.3481,3948000.1094\n0,388000.6189,3948000.4824\n',
    },
  ]);
});

test('classes keep their numbers where one of them has no sample', () => {
  const samples = (...labels: number[]) => {
    const points = Float32Array.from({ length: 2 * labels.length }, (_, i) => i / 4);
    return { points, labels: Uint8Array.from(labels) };
  };
  const sets = { training: samples(0, 3, 0, 3), evaluation: samples(3, 3) };
  const files = filesOf({ kind: 'own', name: 'gaps', samples: sets });
  expect(files[0]?.text.startsWith('label of 4,x,y\n0,0,0.25\n')).toBe(true);
  expect(files.map(({ text }) => readBack(text))).toEqual([sets.training, sets.evaluation]);
});
