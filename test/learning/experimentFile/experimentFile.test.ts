import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration, articleRecipe } from '../../../src/learning/configuration.ts';
import { base64Of, bytesOf } from '../../../src/learning/experimentFile/base64.ts';
import type { KeptExperiment } from '../../../src/learning/experimentFile/experimentFile.ts';
import { experimentSchema } from '../../../src/learning/experimentFile/experimentSchema.ts';
import { readExperimentFile } from '../../../src/learning/experimentFile/readExperimentFile.ts';
import { writeExperimentFile } from '../../../src/learning/experimentFile/writeExperimentFile.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { samplesOf } from '../../../src/learning/sampleSource.ts';
import { fields, ownExperiment } from '../../support/experimentFiles.ts';

describe('the file of an experiment', () => {
  it('is read as it was written, bit for bit', () => {
    const own = ownExperiment();
    expect(readExperimentFile(writeExperimentFile(own))).toEqual(own);
    const untrained: KeptExperiment = {
      name: 'Linear',
      source: { kind: 'recipe', recipe: articleRecipe },
      configuration: articleConfiguration,
    };
    expect(readExperimentFile(writeExperimentFile(untrained))).toMatchObject(untrained);
  });

  it('keeps the classes that have no samples any more', () => {
    const { source, configuration, ...rest } = ownExperiment();
    const network = { ...configuration.network, classes: 5 };
    const kept = {
      ...{ ...rest, run: undefined },
      source: { ...source, classes: 5 },
      configuration: { ...configuration, network },
    };
    expect(readExperimentFile(writeExperimentFile(kept))).toEqual(kept);
  });

  it('goes on to the same weights as the run that was left', async () => {
    const { engine, experiment } = await trained(37);
    const read = readExperimentFile(writeExperimentFile(experiment));
    const other = await engineOf(read);
    if (read.run) await other.restore(read.run.snapshot);
    await engine.train(61);
    await other.train(61);
    expect(await other.snapshot()).toEqual(await engine.snapshot());
  });

  it.each([
    ['another version', 'version', 2, 'version: expected 1, got 2'],
    ['no experiment', 'format', 'GeoJSON', 'format: expected "edgewise experiment", got "GeoJSON"'],
    ['no name', 'name', undefined, 'name: expected a value, got nothing'],
    ['a field too many', 'script', 'x', 'script: expected no field of that name'],
    ['no samples', 'samples', undefined, 'the file: expected either the field recipe'],
    ['a rate that is none', 'configuration.training.rate', -1, 'configuration.training.rate: exp'],
    ['a name out of no table', 'configuration.training.updater', 'x', 'configuration.training.upd'],
    [
      'a coordinate in words',
      'samples.training.x.1',
      'a',
      'samples.training.x[1]: expected a number',
    ],
    [
      'a label too high',
      'samples.training.label.0',
      10,
      'samples.training.label[0]: expected a wh',
    ],
    ['a class without output', 'samples.training.label.0', 3, 'configuration.network.classes: exp'],
    ['a list too short', 'samples.evaluation.y', [1], 'samples.evaluation.y: expected 2 numbers'],
    [
      'a size of zero',
      'samples.scaling.x.size',
      0,
      'samples.scaling.x.size: expected a number abo',
    ],
    [
      'weights of another network',
      'configuration.network.hidden.0.units',
      7,
      'snapshot: hash of the network: expected',
    ],
    [
      'weights of another updater',
      'configuration.training.updater',
      'adam',
      'configuration.training.hyperparameters, ',
    ],
    ['another mask', 'configuration.training.frozen', [1], 'snapshot: expected the frozen and cut'],
    ['cut weights', 'snapshot', 'RVdTTgEA', 'snapshot: length in bytes: expected at least 56'],
    ['weights in other signs', 'snapshot', 'a*b', 'snapshot: expected a text'],
    ['losses out of order', 'losses.1.0', 0.5, 'losses[1][0]: expected epochs that ascend'],
    ['a class that is none', 'decision.positiveClass', 5, 'decision.positiveClass: expected a cl'],
  ])('with %s is refused by the name of the field', (_, path, value, sentence) => {
    const written = fields(writeExperimentFile(ownExperiment())).set(path, value);
    expect(() => readExperimentFile(written)).toThrow(sentence);
  });

  it('that was cut short is refused at every length', () => {
    const text = writeExperimentFile(ownExperiment()).trimEnd();
    for (let length = 0; length < text.length; length += 17) {
      expect(() => readExperimentFile(text.slice(0, length))).toThrow(/^the file: expected/);
    }
  });

  // After a change of the schema: npx vitest run --project unit experimentFile -u
  it('is described by docs/experiment.schema.json', async () => {
    const file = join(import.meta.dirname, '../../../docs/experiment.schema.json');
    const options = { ...(await resolveConfig(file)), filepath: file };
    const text = await format(JSON.stringify(experimentSchema), options);
    await expect(text).toMatchFileSnapshot(file);
    const page = await readFile(file.replace('experiment.schema.json', 'file-format.md'), 'utf8');
    for (const name of Object.keys(experimentSchema.properties))
      expect(page).toContain(`\`${name}\``);
  });
});

describe('base64url', () => {
  it('is that of Node, for every length and byte', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256);
      const text = Buffer.from(bytes).toString('base64url');
      expect(base64Of(bytes)).toBe(text);
      expect(bytesOf(text)).toEqual(bytes);
    }
  });

  it.each(['A', 'AB=', 'A+==', 'AB'])('does not read %s', (text) => {
    expect(bytesOf(text)).toBeUndefined();
  });
});

async function engineOf({ source, configuration }: KeptExperiment) {
  const parameters = Float32Array.from(initialParameters(configuration.network));
  const engine = await createSimdEngine(configuration, parameters);
  const { training, evaluation } = samplesOf(source);
  await engine.load('training', training);
  await engine.load('evaluation', evaluation);
  return engine;
}

async function trained(steps: number) {
  const experiment = ownExperiment();
  const engine = await engineOf(experiment);
  await engine.train(steps);
  const run = { snapshot: await engine.snapshot(), losses: [] };
  return { engine, experiment: { ...experiment, run } };
}
