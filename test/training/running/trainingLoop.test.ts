import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration, type StopRules } from '../../../src/learning/configuration.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import type { Specification } from '../../../src/learning/specification.ts';
import type { EngineAccess } from '../../../src/training/running/engineAccess.ts';
import { LossRecorder } from '../../../src/training/running/lossRecorder.ts';
import { type Ending, TrainingLoop } from '../../../src/training/running/trainingLoop.ts';
import { articleStart } from '../../support/articleStart.ts';
import { TimedEngine } from '../../support/timedEngine.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const { network, training, stopping } = articleConfiguration;
const { samples } = articleStart;

/** A loop on an engine whose steps cost 10 µs of a virtual clock. */
async function makeLoop(
  rules: Partial<StopRules> = {},
  recorder?: LossRecorder,
  specification: Specification = { network, training },
) {
  const clock = new VirtualClock();
  const parameters = Float32Array.from(initialParameters(specification.network));
  const simd = await createSimdEngine(specification, parameters);
  const engine = new TimedEngine('simd', simd, clock, { step: 0.01, cell: 0 });
  await engine.load('training', samples.training);
  await engine.load('evaluation', samples.evaluation);
  const access: EngineAccess = { use: (task) => task(engine), progress: () => engine.progress() };
  const loop = new TrainingLoop(
    { samples, stopping: { ...stopping, ...rules }, epoch: 0, stepsPerFrame: Infinity, recorder },
    clock.now,
  );
  let pieces = 0;
  const finish = async (): Promise<Ending> => {
    for (;;) {
      pieces++;
      const outcome = await loop.work(access);
      if (typeof outcome !== 'number') return outcome;
    }
  };
  return { engine, loop, access, finish, clock, pieces: () => pieces };
}

describe('a training loop', () => {
  it('does nothing at rest', async () => {
    const { engine, loop, access } = await makeLoop();
    expect(loop.busy).toBe(false);
    expect(await loop.work(access)).toBe(Infinity);
    expect(engine.calls.train).toBe(0);
  });

  it('makes many epochs in one piece, and stops in each for its losses', async () => {
    const recorder = new LossRecorder();
    const { engine, loop, finish, pieces } = await makeLoop({ epochs: 1000 }, recorder);
    loop.train(engine.progress());
    expect(await finish()).toEqual({ phase: 'finished', reason: '1000 epochs are done.' });
    const point = { epoch: 1001, training: 0, evaluation: 0 };
    expect(recorder.takeWith(point)).toHaveLength(1001);
    // 20,000 steps of 10 µs in pieces of 14 ms are 15, after those in which the cost is measured.
    expect(pieces()).toBeLessThan(30);
  });

  it('measures the losses once an epoch, although recorder and rules both need them', async () => {
    const rules = { epochs: 12, loss: 1e-9, plateau: 100 };
    const { engine, loop, finish } = await makeLoop(rules, new LossRecorder());
    loop.train(engine.progress());
    await finish();
    expect(engine.calls.loss).toBe(2 * 12);
    expect(engine.calls.probabilitiesAndLoss).toBe(0);
  });

  it('measures nothing that nobody needs', async () => {
    const { engine, loop, finish } = await makeLoop();
    loop.train(engine.progress());
    await finish();
    expect(engine.progress().step).toBe(600);
    expect([engine.calls.loss, engine.calls.probabilitiesAndLoss]).toEqual([0, 0]);
  });

  it('records what the engine says at the ends of the epochs', async () => {
    const recorder = new LossRecorder();
    const { engine, loop, finish } = await makeLoop({ epochs: 3 }, recorder);
    loop.train(engine.progress());
    await finish();
    expect(recorder.at(3)).toEqual({
      epoch: 3,
      training: await engine.loss('training'),
      evaluation: await engine.loss('evaluation'),
    });
  });

  it('ends at the end of the epoch in which it has diverged', async () => {
    const hidden = Array.from({ length: 5 }, () => ({ units: 16, activation: 'linear' }));
    const explosive = { network: { ...network, hidden }, training: { ...training, rate: 10 } };
    const { engine, loop, finish } = await makeLoop({}, new LossRecorder(), explosive);
    loop.train(engine.progress());
    const { phase, reason } = await finish();
    expect(phase).toBe('diverged');
    const { step, position } = engine.progress();
    expect(position).toBe(0);
    expect(step).toBeLessThan(600);
    expect(reason).toMatch(`by step ${step} the loss is no longer a finite number`);
  });

  it('ends where the loss is infinite, although all parameters are finite', async () => {
    const linear = { network: { ...network, hidden: [] }, training: { ...training, rate: 1e-6 } };
    const { engine, loop, finish } = await makeLoop({}, new LossRecorder(), linear);
    // The logits are ±2.4e38·x: their distance is beyond the largest float where x > 0.7.
    await engine.setParameters(Float32Array.of(2.4e38, -2.4e38, 0, 0, 0, 0));
    expect(await engine.loss('training')).toBe(Infinity);
    loop.train(engine.progress());
    expect((await finish()).phase).toBe('diverged');
    expect((await engine.parameters()).every(Number.isFinite)).toBe(true);
  });

  it('makes so many epochs as are asked for, also after its end, and more of them in between', async () => {
    const { engine, loop, access, finish } = await makeLoop({ epochs: 1 });
    loop.train(engine.progress());
    expect((await finish()).phase).toBe('finished');
    loop.rest();
    loop.finishEpoch(engine.progress(), 3);
    expect(await finish()).toEqual({ phase: 'paused', reason: '' });
    loop.rest();
    expect(engine.progress()).toMatchObject({ epoch: 4, position: 0 });
    loop.finishEpoch(engine.progress(), 2);
    loop.finishEpoch(engine.progress(), 3);
    await loop.work(access);
    await finish();
    expect(engine.progress()).toMatchObject({ epoch: 9, position: 0 });
  });

  it('keeps its last epoch when samples change, and makes no step beyond it', async () => {
    const { engine, loop, access, finish } = await makeLoop({ epochs: 2 });
    loop.train(engine.progress());
    await loop.work(access);
    await engine.train(25);
    expect(engine.progress().epoch).toBe(1);
    const { step } = engine.progress();
    // What a change in the last epoch leads to: it ends there.
    const snapshot = await engine.snapshot();
    const progress = { ...snapshot.progress, epoch: 2, position: 0 };
    await engine.restore({ ...snapshot, progress });
    loop.changeSamples(samples, 2);
    expect(await finish()).toEqual({ phase: 'finished', reason: '2 epochs are done.' });
    expect(engine.progress().step).toBe(step);
  });
});
