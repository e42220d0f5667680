import { describe, expect, it } from 'vitest';
import { selfTest } from '../../src/engines/selfTest.ts';
import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import type { Engine, EngineFactory, Snapshot } from '../../src/learning/engine.ts';
import type { Specification } from '../../src/learning/specification.ts';

/** The SIMD engine with some of its methods replaced. */
function faulty(
  fault: (engine: Engine, specification: Specification) => Partial<Engine>,
): EngineFactory {
  return async (specification, parameters) => {
    const engine = await createSimdEngine(specification, parameters);
    const faults = fault(engine, specification);
    return new Proxy(engine, {
      get(target, name) {
        const value: unknown = Reflect.get(name in faults ? faults : target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
}

const outcome = (create: EngineFactory) => selfTest('webgl', create);

/** A float with 10 bits after the first one, as half precision keeps them. */
function toHalf(value: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  view.setUint32(0, (view.getUint32(0) + 0x1000) & ~0x1fff);
  return view.getFloat32(0);
}

describe('the self-test', () => {
  it('is passed by a correct engine, and states the largest error', async () => {
    const { passed, sentence } = await selfTest('simd', createSimdEngine);
    expect(passed).toBe(true);
    const words =
      /^WebAssembly passed its self-test: in 8 steps no number was off by more than (0\.0+\d+)\.$/;
    const deviation = Number(words.exec(sentence)?.[1]);
    // Above 0, because it is single precision; at most a few of its roundings, of 6e-8 each.
    expect(deviation).toBeGreaterThan(1e-9);
    expect(deviation).toBeLessThan(1e-6);
  });

  it.each<[string, EngineFactory, RegExp]>([
    [
      'makes one step too few',
      faulty((engine) => ({ train: (steps) => engine.train(steps - 1) })),
      /^WebGL failed its self-test: after 4 steps a parameter came to −?0\.\d+ instead of −?0\.\d+\.$/,
    ],
    [
      'rounds to half precision after each step',
      faulty((engine) => ({
        async train(steps) {
          for (let i = 0; i < steps; i++) {
            await engine.train(1);
            await engine.setParameters((await engine.parameters()).map(toHalf));
          }
        },
      })),
      /a parameter came to/,
    ],
    [
      'loses its updater’s state',
      faulty((engine) => ({
        async snapshot(): Promise<Snapshot> {
          const snapshot = await engine.snapshot();
          return { ...snapshot, updaterState: snapshot.updaterState.map(() => 0) };
        },
      })),
      /the updater came to 0 instead of/,
    ],
    [
      'comes to no number',
      faulty((engine) => ({
        async snapshot(): Promise<Snapshot> {
          const snapshot = await engine.snapshot();
          snapshot.parameters[3] = NaN;
          return snapshot;
        },
      })),
      /a parameter came to no number instead of/,
    ],
    [
      'miscounts the loss',
      faulty(() => ({ loss: () => Promise.resolve(2) })),
      /the loss came to 2/,
    ],
    [
      'draws the field upside down',
      faulty((engine) => ({
        field: async (window, resolution) => (await engine.field(window, resolution)).reverse(),
      })),
      /a probability came to/,
    ],
    [
      'forgets dropout',
      async (specification, parameters) => {
        const training = { ...specification.training, dropout: 0 };
        return createSimdEngine({ ...specification, training }, parameters);
      },
      /a parameter came to/,
    ],
    [
      'cannot be made',
      () => Promise.reject(new Error('There is no such device.')),
      /^WebGL failed its self-test: There is no such device\.$/,
    ],
    [
      'is lost on the way',
      faulty(() => ({ train: () => Promise.reject(new Error('The device was lost.')) })),
      /^WebGL failed its self-test: The device was lost\.$/,
    ],
  ])('is failed by an engine that %s', async (_title, create, sentence) => {
    const result = await outcome(create);
    expect(result.passed).toBe(false);
    expect(result.sentence).toMatch(sentence);
  });

  it('disposes of every engine, whatever happens', async () => {
    let living = 0;
    const counted = (train: (engine: Engine) => Promise<void>): EngineFactory => {
      const create = faulty((engine) => ({
        train: () => train(engine),
        dispose: () => {
          living--;
          engine.dispose();
        },
      }));
      return (specification, parameters) => {
        living++;
        return create(specification, parameters);
      };
    };
    await outcome(counted((engine) => engine.train(4)));
    await outcome(counted(() => Promise.reject(new Error('Lost.'))));
    expect(living).toBe(0);
  });
});
