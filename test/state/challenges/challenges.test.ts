import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { evaluate } from '../../../src/learning/evaluation/evaluate.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { samplesOf } from '../../../src/learning/sampleSource.ts';
import type { Facts } from '../../../src/state/challenges/challenge.ts';
import { challenges } from '../../../src/state/challenges/challenges.ts';
import { readSettings } from '../../../src/state/page/address/settingsText.ts';

/** What the page would know of an experiment, after each epoch, the untrained network first. */
async function* factsOf(address: string): AsyncGenerator<Facts> {
  const { settings, problems } = readSettings(address);
  expect(problems).toEqual([]);
  const { experiment } = settings;
  const { network, training, stopping } = experiment.configuration;
  const sets = samplesOf(experiment.source);
  const engine = await createSimdEngine(
    { network, training },
    Float32Array.from(initialParameters(network)),
  );
  await engine.load('training', sets.training);
  await engine.load('evaluation', sets.evaluation);
  const accuracy = async (set: 'training' | 'evaluation') =>
    evaluate(await engine.probabilities(set), sets[set].labels, network.classes).value('accuracy');
  const steps = Math.ceil(sets.training.labels.length / training.batchSize);
  for (let epoch = 0; epoch <= stopping.epochs; epoch++) {
    if (epoch > 0) await engine.train(steps);
    const loss = await engine.loss('training');
    yield {
      experiment,
      accuracies: {
        training: await accuracy('training'),
        evaluation: await accuracy('evaluation'),
      },
      loss,
      step: engine.progress().step,
      diverged: !Number.isFinite(loss),
    };
  }
  engine.dispose();
}

async function firstEpoch(address: string, isReached: (facts: Facts) => boolean) {
  let epoch = 0;
  for await (const facts of factsOf(address)) {
    if (isReached(facts)) return epoch;
    epoch++;
  }
  return undefined;
}

it('are at least twelve, each with a name and a question of its own', () => {
  expect(challenges.length).toBeGreaterThanOrEqual(12);
  expect(new Set(challenges.map(({ name }) => name)).size).toBe(challenges.length);
  expect(new Set(challenges.map(({ question }) => question)).size).toBe(challenges.length);
});

describe.each(challenges)('$question', ({ address, answer, isReached }) => {
  it('is not answered from the start', async () => {
    for await (const facts of factsOf(address)) {
      expect(isReached(facts)).toBe(false);
      break;
    }
  });

  it('can be answered', async () => {
    expect(await firstEpoch(answer, isReached)).toBeDefined();
  });
});
