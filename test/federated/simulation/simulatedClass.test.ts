import { describe, expect, it, test } from 'vitest';
import { CentralRun } from '../../../src/federated/simulation/centralRun.ts';
import type { ClassSettings } from '../../../src/federated/settings/classSettings.ts';
import { strategies } from '../../../src/federated/strategies/strategies.ts';
import { parameterCount } from '../../../src/learning/parameters.ts';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { ReferenceNetwork } from '../../../src/learning/referenceNetwork.ts';
import { smallSpecification } from '../../support/networks.ts';
import { expectClose, expectSameBits } from '../../support/tolerance.ts';
import { type Changes, classSamples, createClass, parametersAfter } from './simulate.ts';

const everything = {
  deal: 'dirichlet',
  encoding: 'top10',
  fraction: 0.8,
  dropouts: 0.1,
  stragglers: 0.1,
  poisoned: 1,
  poison: 'random',
  clients: 10,
} as const;

describe('the simulated class', () => {
  it('gives the same rounds for the same seed, bit for bit, and others for another', async () => {
    const run = async (seed: number) => {
      const { simulated } = await createClass({ settings: everything, network: { seed } });
      const reports = [];
      for (let round = 0; round < 6; round++) reports.push(await simulated.round());
      return { reports, parameters: simulated.parameters };
    };
    const [first, again, other] = [await run(1), await run(1), await run(2)];
    expect(again.reports).toEqual(first.reports);
    expectSameBits(again.parameters, first.parameters);
    expect(other.parameters).not.toEqual(first.parameters);
  });

  test.each(strategies)('learns with $name', async ({ name, local, hyperparameters }) => {
    const updater = local === 'variates' ? 'sgd' : 'nesterovs';
    const knows = hyperparameters.some((each) => each.name === 'faulty');
    const strategyHyperparameters = knows ? { faulty: 1 } : {};
    const settings = { strategy: name, strategyHyperparameters, clients: 8 };
    const changes: Changes = { settings, training: { updater, hyperparameters: {} } };
    const before = lossOf(await parametersAfter(0, changes));
    const after = lossOf(await parametersAfter(20, changes));
    expect(after).toBeLessThan(0.75 * before);
  });
});

/** On all samples. */
function lossOf(parameters: Float32Array): number {
  return networkWith(parameters).loss('training');
}

function networkWith(parameters: ArrayLike<number>, specification = smallSpecification()) {
  const network = new ReferenceNetwork(specification, parameters);
  network.load('training', classSamples);
  return network;
}

describe('FedSGD', () => {
  // 200 rounds in single precision, gradients of order 0.1: 200 roundings of parameters of order 1.
  const single = { absolute: 2e-5, relative: 0 };
  const gradient: Changes = {
    settings: { work: 'gradient', deal: 'size' },
    training: { rate: 0.5 },
  };

  it('with all samples of all clients is gradient descent in one place', async () => {
    const { options, simulated } = await createClass(gradient);
    const { specification, parameters, settings, samples } = options;
    const engine = await createSimdEngine(specification, parameters);
    await engine.load('training', samples);
    const size = samples.labels.length;
    const central = new CentralRun(engine, { size, parameters, settings });
    for (let round = 0; round < 200; round++) {
      await simulated.round();
      await central.round();
    }
    expectClose(simulated.parameters, central.parameters, single);
  });

  it('is FedAvg with one local step on all samples', async () => {
    const fedAvg = {
      settings: { work: 'epochs', localEpochs: 1, deal: 'size' },
      training: { rate: 0.5, batchSize: 4096 },
    };
    expectClose(await parametersAfter(200, gradient), await parametersAfter(200, fedAvg), single);
  });

  it('is SCAFFOLD with one local step on all samples, however unlike the clients are', async () => {
    const settings = { strategy: 'scaffold', localEpochs: 1, deal: 'class' };
    const scaffold = { settings, training: { rate: 0.5, batchSize: 4096 } };
    const plain = { ...gradient, settings: { work: 'gradient', deal: 'class' } };
    expectClose(await parametersAfter(50, scaffold), await parametersAfter(50, plain), single);
  });
});

describe('local epochs', () => {
  // A convex problem with one optimum: no hidden layer, and a penalty.
  const convex = (strategy: string, rounds: number) =>
    parametersAfter(rounds, {
      network: { hidden: [] },
      settings: { strategy, deal: 'class', localEpochs: 10 },
      training: { batchSize: 4096, rate: 0.3, l2: 0.01 },
    });

  it('of unlike clients end beside the optimum with FedAvg, and in it with SCAFFOLD', async () => {
    const specification = smallSpecification(
      { hidden: [] },
      { rate: 0.3, l2: 0.01, batchSize: 4096 },
    );
    const start = await convex('fedavg', 0);
    const central = networkWith(start, specification);
    central.train(3000);
    const distance = (parameters: Float32Array) =>
      Math.hypot(...central.parameters.map((value, i) => value - (parameters[i] ?? NaN)));
    const [fedAvg, scaffold] = [await convex('fedavg', 400), await convex('scaffold', 400)];
    expect(distance(scaffold)).toBeLessThan(1e-3);
    expect(distance(fedAvg)).toBeGreaterThan(0.05);
  });

  it('of FedProx take the step that the formula says', async () => {
    // One client's worth: two clients with all samples between them, two full-batch steps each.
    const settings = {
      strategy: 'fedprox',
      strategyHyperparameters: { mu: 3 },
      clients: 2,
      localEpochs: 2,
    };
    const changes = { settings, training: { batchSize: 4096, rate: 0.1 } };
    const free = { ...changes, settings: { ...settings, strategyHyperparameters: { mu: 0 } } };
    const start = await parametersAfter(0, changes);
    const [pulled, plain] = [await parametersAfter(1, changes), await parametersAfter(1, free)];
    const single = { ...changes, settings: { ...settings, localEpochs: 1 } };
    const first = await parametersAfter(1, single);
    // w₂ = w₁ − r·(g(w₁) + μ·(w₁ − w₀)): the pull is r·μ times the first step, which has no pull.
    const expected = plain.map((value, i) => value - 0.3 * ((first[i] ?? 0) - (start[i] ?? 0)));
    expectClose(pulled, expected, { absolute: 2e-6, relative: 0 });
    const average = { settings: { clients: 2, localEpochs: 2 }, training: changes.training };
    expectClose(plain, await parametersAfter(1, average), { absolute: 2e-6, relative: 0 });
  });
});

describe('a round', () => {
  it('counts the bytes of the frames of docs/protocol.md', async () => {
    const count = parameterCount(smallSpecification().network); // 65 in 6 tensors
    const bytes = async (settings: Partial<ClassSettings>) => {
      const { simulated } = await createClass({ settings });
      const { bytesUp, bytesDown } = await simulated.round();
      return [bytesUp / 5, bytesDown / 5];
    };
    const down = 32 + 4 * count;
    expect(await bytes({})).toEqual([32 + 4 * count, down]);
    expect(await bytes({ encoding: 'int8' })).toEqual([32 + 6 * 4 + count, down]);
    expect(await bytes({ encoding: 'top10' })).toEqual([32 + 7 * 6, down]);
    expect(await bytes({ strategy: 'scaffold' })).toEqual([32 + 8 * count, 32 + 8 * count]);
  });

  it('without enough updates is abandoned and leaves the model as it was', async () => {
    const { simulated, options } = await createClass({ settings: { dropouts: 0.95 } });
    const report = await simulated.round();
    expect(report).toMatchObject({ clients: 0, bytesDown: 5 * 292 });
    expect(report.abandoned).toMatch(/^A round with 5 clients needs 3 updates, got \d\.$/);
    expectSameBits(simulated.parameters, options.parameters);
  });

  it('takes no update that comes too late, but counts its bytes', async () => {
    const settings = { stragglers: 0.25, clients: 40 };
    const { simulated } = await createClass({ settings });
    const { clients, bytesUp } = await simulated.round();
    expect(clients).toBeGreaterThanOrEqual(20);
    expect(clients).toBeLessThan(40);
    expect(bytesUp).toBe(40 * 292);
  });

  it('asks the share of the clients that it is told', async () => {
    const { simulated } = await createClass({ settings: { fraction: 0.25, clients: 40 } });
    expect((await simulated.round()).clients).toBe(10);
  });
});

describe('noise', () => {
  it('costs ε in every round, abandoned ones included, and hides the numbers of samples', async () => {
    const settings = { clip: 0.5, noise: 2, deal: 'size' };
    const { simulated } = await createClass({ settings });
    const reports = [];
    for (let round = 0; round < 50; round++) reports.push(await simulated.round());
    expect(reports.at(-1)?.epsilon).toBeCloseTo(22, 1); // the table of docs/privacy.md
    const away = await createClass({ settings: { ...settings, dropouts: 0.95 } });
    const report = await away.simulated.round();
    expect([report.clients, report.epsilon]).toEqual([0, reports[0]?.epsilon]);
  });

  it('moves the parameters by its size', async () => {
    const quiet = { clip: 1e-6, clients: 20 };
    const loud = { clip: 1e-6, noise: 100, clients: 20 };
    const [start, still] = [
      await parametersAfter(0),
      await parametersAfter(1, { settings: quiet }),
    ];
    const moved = await parametersAfter(1, { settings: loud });
    const distance = (to: Float32Array) => Math.hypot(...to.map((w, i) => w - (start[i] ?? NaN)));
    expect(distance(still)).toBeLessThan(2e-6);
    // The sum has z·C·√(20 / 10) in each of 65 parameters, the mean a 20th: 5.7e-5 together.
    expect(distance(moved)).toBeGreaterThan(4e-5);
    expect(distance(moved)).toBeLessThan(8e-5);
  });
});

describe('a poisoned class', () => {
  const loss = async (strategy: string, poison: string) => {
    const settings = { strategy, poison, poisoned: 3, clients: 12, amplification: 30 };
    return lossOf(await parametersAfter(15, { settings }));
  };

  it('is harmed with FedAvg and not with the robust strategies', async () => {
    const honest = lossOf(await parametersAfter(15, { settings: { clients: 12 } }));
    expect(await loss('fedavg', 'amplify')).toBeGreaterThan(1.5 * honest);
    for (const strategy of ['median', 'trimmed', 'multikrum']) {
      expect(await loss(strategy, 'amplify'), strategy).toBeLessThan(1.2 * honest);
    }
  });

  it('has clients that learn the opposite', async () => {
    const settings = { poisoned: 5, poison: 'flip' };
    const [wrong, right] = [await parametersAfter(10, { settings }), await parametersAfter(10)];
    expect(lossOf(wrong)).toBeGreaterThan(2 * lossOf(right));
  });
});
