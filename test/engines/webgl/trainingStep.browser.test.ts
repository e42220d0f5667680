import { describe, expect, it, onTestFinished } from 'vitest';
import { borrowDevice, returnDevice } from '../../../src/engines/webgl/deviceShare.ts';
import { createWebglEngine } from '../../../src/engines/webglEngine.ts';
import type { Specification } from '../../../src/learning/specification.ts';
import {
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../../support/networks.ts';

/** Programs that the backend runs for 12 steps, which are two epochs and a bit. */
async function programsInTwelveSteps(specification: Specification): Promise<number> {
  const engine = await createWebglEngine(specification, someParameters(specification.network));
  const device = borrowDevice();
  const run = device.backend.runWebGLProgram.bind(device.backend);
  onTestFinished(() => {
    device.backend.runWebGLProgram = run;
    returnDevice(device);
    engine.dispose();
  });
  await engine.load('training', someSamples(70));
  let programs = 0;
  device.backend.runWebGLProgram = (...values) => {
    programs++;
    return run(...values);
  };
  await engine.train(12);
  return programs;
}

const updater = { updater: 'adam', l1: 0.01, l2: 0.01, dropout: 0.3, schedule: 'cosine' };

describe('a step of a network with L layers', () => {
  for (const layers of [1, 2, 3, 9]) {
    const hidden = hiddenLayers('swish', ...Array.from({ length: layers - 1 }, () => 5));

    it(`takes 3L − 1 = ${3 * layers - 1} programs for L = ${layers}`, async () => {
      const specification = smallSpecification({ hidden }, updater);
      expect(await programsInTwelveSteps(specification)).toBe(12 * (3 * layers - 1));
    });

    it(`takes 3L + 1 = ${3 * layers + 1} programs with clipping`, async () => {
      const specification = smallSpecification({ hidden }, { ...updater, clipping: 0.1 });
      expect(await programsInTwelveSteps(specification)).toBe(12 * (3 * layers + 1));
    });
  }

  it('takes no more programs where something is frozen or cut', async () => {
    const mask = { frozen: [0, 40], cut: [3] };
    expect(await programsInTwelveSteps(smallSpecification({}, { ...updater, ...mask }))).toBe(
      12 * 8,
    );
    const clipped = { ...updater, ...mask, clipping: 0.1 };
    expect(await programsInTwelveSteps(smallSpecification({}, clipped))).toBe(12 * 10);
  });
});
