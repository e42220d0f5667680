import { expect, it, onTestFinished } from 'vitest';
import { borrowDevice, returnDevice } from '../../../src/engines/webgl/deviceShare.ts';
import { createWebglEngine } from '../../../src/engines/webglEngine.ts';
import { smallSpecification, someParameters } from '../../support/networks.ts';

const window = { left: -1, right: 1, bottom: -1, top: 1 };

/** Programs run and matrices read back for a field, after the same field has been computed once. */
async function workOfField(classes: readonly number[]) {
  const specification = smallSpecification({ classes: 3 });
  const engine = await createWebglEngine(specification, someParameters(specification.network));
  const device = borrowDevice();
  const { backend } = device;
  const run = backend.runWebGLProgram.bind(backend);
  const read = backend.gpgpu.createBufferFromTexture.bind(backend.gpgpu);
  onTestFinished(() => {
    backend.runWebGLProgram = run;
    backend.gpgpu.createBufferFromTexture = read;
    returnDevice(device);
    engine.dispose();
  });
  await engine.field(window, 64, classes);
  const work = { programs: 0, reads: 0 };
  backend.runWebGLProgram = (...values) => {
    work.programs++;
    return run(...values);
  };
  backend.gpgpu.createBufferFromTexture = (...values) => {
    work.reads++;
    return read(...values);
  };
  await engine.field(window, 64, classes);
  return work;
}

// 2-6-5-3: two hidden layers, and the output layer once for each class.
it.each([
  { classes: [1], programs: 3, reads: 1 },
  { classes: [2], programs: 3, reads: 1 },
  { classes: [0, 1, 2], programs: 5, reads: 3 },
])(
  'a field of the classes $classes takes $programs programs and $reads reads',
  async (expected) => {
    const { classes, ...work } = expected;
    expect(await workOfField(classes)).toEqual(work);
  },
);
