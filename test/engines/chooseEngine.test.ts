import { describe, expect, it } from 'vitest';
import { chooseEngine, engineChooser } from '../../src/engines/chooseEngine.ts';
import type { EngineFindings } from '../../src/engines/engineFindings.ts';
import { engineNames } from '../../src/engines/engineNames.ts';
import { type EngineEntry, engines } from '../../src/engines/engines.ts';
import { failedTest, passedTest } from '../../src/engines/selfTestResult.ts';
import { nothingFound, type WebglFindings } from '../../src/engines/webgl/findings.ts';
import { hiddenLayers, smallSpecification } from '../support/networks.ts';

const usable: WebglFindings = {
  canvas: true,
  webgl2: true,
  floatTargets: true,
  fullPrecision: true,
  renderer: 'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
};

const named = (renderer: string): WebglFindings => ({ ...usable, renderer });

const specification = smallSpecification();

const passed = {
  simd: passedTest('simd', 'nothing was off'),
  webgl: passedTest('webgl', 'nothing was off'),
};
const failed = {
  simd: failedTest('simd', 'a loss was off'),
  webgl: failedTest('webgl', 'a parameter was off'),
};

const choose = (
  choice: 'auto' | 'safest' | 'webgl' | 'simd',
  webgl: WebglFindings,
  selfTests: EngineFindings['selfTests'] = passed,
) => {
  const { name, reason } = chooseEngine(choice, { webgl, selfTests }, specification);
  return `${name}: ${reason}`;
};

describe('before there are findings', () => {
  it.each([
    ['auto', 'WebGL is being looked for and tested; until then WebAssembly does the arithmetic.'],
    ['webgl', 'WebGL is being looked for and tested; until then WebAssembly does the arithmetic.'],
    ['simd', 'WebAssembly was asked for.'],
    ['safest', 'WebAssembly does the arithmetic, because it needs the least of this device.'],
  ] as const)('%s is WebAssembly', (choice, reason) => {
    expect(chooseEngine(choice, undefined, specification)).toMatchObject({ name: 'simd', reason });
  });
});

describe('the automatic choice', () => {
  it.each([
    ['ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)', 'Apple M1'],
    [
      'ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00005917) Direct3D11 vs_5_0 ps_5_0, D3D11)',
      'Intel(R) UHD Graphics 620',
    ],
    [
      'ANGLE (NVIDIA Corporation, NVIDIA GeForce GTX 1050/PCIe/SSE2, OpenGL 4.5.0)',
      'NVIDIA GeForce GTX 1050',
    ],
    ['GeForce GTX 980, or similar', 'GeForce GTX 980'],
    ['Adreno (TM) 640', 'Adreno (TM) 640'],
  ])('takes WebGL on %s', (renderer, name) => {
    expect(choose('auto', named(renderer))).toBe(
      `webgl: The graphics processor (${name}) does the arithmetic, through WebGL.`,
    );
  });

  it('takes WebGL where the browser keeps the name to itself', () => {
    expect(choose('auto', named(''))).toBe(
      'webgl: The graphics processor does the arithmetic, through WebGL.',
    );
  });

  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'Google SwiftShader',
    'ANGLE (Mesa, llvmpipe (LLVM 15.0.6 256 bits), OpenGL 4.5)',
    'llvmpipe, or similar',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Apple Software Renderer',
  ])('takes WebAssembly on %s', (renderer) => {
    expect(choose('auto', named(renderer))).toBe(
      'simd: No graphics processor answers here: WebGL runs in software. ' +
        'So the processor does the arithmetic, in WebAssembly.',
    );
  });

  it.each([
    [nothingFound, 'There is no WebGL outside a browser.'],
    [{ ...nothingFound, canvas: true }, 'This browser offers no WebGL 2.'],
    [
      { ...usable, floatTargets: false },
      'The graphics processor computes in half precision only, which is too coarse to train.',
    ],
    [
      { ...usable, fullPrecision: false },
      'The graphics processor computes in half precision only, which is too coarse to train.',
    ],
  ])('takes WebAssembly where WebGL cannot do it: %o', (findings, objection) => {
    expect(choose('auto', findings)).toBe(
      `simd: ${objection} So the processor does the arithmetic, in WebAssembly.`,
    );
  });
});

describe('chosen by hand', () => {
  it('WebGL runs on a graphics processor and in software', () => {
    expect(choose('webgl', usable)).toBe('webgl: WebGL was asked for.');
    expect(choose('webgl', named('Google SwiftShader'))).toBe(
      'webgl: WebGL was asked for; here it runs in software, slower than WebAssembly.',
    );
  });

  it('WebGL is replaced where it cannot run', () => {
    expect(choose('webgl', { ...nothingFound, canvas: true })).toBe(
      'simd: WebGL was asked for. This browser offers no WebGL 2. ' +
        'So the processor does the arithmetic, in WebAssembly.',
    );
  });

  it('WebAssembly runs everywhere', () => {
    for (const findings of [usable, named('Google SwiftShader'), nothingFound]) {
      expect(choose('simd', findings)).toBe('simd: WebAssembly was asked for.');
    }
  });
});

describe('what WebGL is not made for', () => {
  it.each([
    [
      smallSpecification({}, { batchSize: 4096 }),
      'The WebGL engine takes at most 1024 samples in a mini-batch, not 4096.',
    ],
    [
      smallSpecification({ hidden: hiddenLayers('relu', 8, 256) }),
      'The WebGL engine takes at most 64 units in a hidden layer, not 256.',
    ],
  ])('is left to WebAssembly', (large, objection) => {
    const findings = { webgl: usable, selfTests: passed };
    const reason = `${objection} So the processor does the arithmetic, in WebAssembly.`;
    expect(chooseEngine('auto', findings, large)).toMatchObject({ name: 'simd', reason });
    expect(chooseEngine('webgl', findings, large)).toMatchObject({
      name: 'simd',
      reason: `WebGL was asked for. ${reason}`,
    });
  });
});

describe('an engine that failed its self-test', () => {
  it.each([
    [
      'auto',
      'simd: WebGL failed its self-test: a parameter was off. ' +
        'So the processor does the arithmetic, in WebAssembly.',
    ],
    [
      'webgl',
      'simd: WebGL was asked for. WebGL failed its self-test: a parameter was off. ' +
        'So the processor does the arithmetic, in WebAssembly.',
    ],
    ['simd', 'simd: WebAssembly was asked for.'],
  ] as const)('is not used: WebGL, for %s', (choice, answer) => {
    expect(choose(choice, usable, { ...passed, webgl: failed.webgl })).toBe(answer);
  });

  it.each([
    [
      'auto',
      usable,
      'webgl: The graphics processor (Apple M1) does the arithmetic, through WebGL.',
    ],
    [
      'auto',
      named('Google SwiftShader'),
      'webgl: WebAssembly failed its self-test: a loss was off. So WebGL does the arithmetic.',
    ],
    [
      'simd',
      usable,
      'webgl: WebAssembly was asked for. WebAssembly failed its self-test: a loss was off. ' +
        'So WebGL does the arithmetic.',
    ],
    ['webgl', usable, 'webgl: WebGL was asked for.'],
    ['webgl', named('Google SwiftShader'), 'webgl: WebGL was asked for.'],
  ] as const)('is not used: WebAssembly, for %s', (choice, findings, answer) => {
    expect(choose(choice, findings, { ...passed, simd: failed.simd })).toBe(answer);
  });

  it('leaves no engine where the other one cannot run', () => {
    expect(() => choose('auto', usable, failed)).toThrow(
      'No engine can do the arithmetic here. WebAssembly failed its self-test: a loss was off. ' +
        'WebGL failed its self-test: a parameter was off.',
    );
    const { simd } = failed;
    expect(() => choose('webgl', { ...nothingFound, canvas: true }, { simd })).toThrow(
      'No engine can do the arithmetic here. WebAssembly failed its self-test: a loss was off. ' +
        'This browser offers no WebGL 2.',
    );
  });
});

describe('the safest', () => {
  it('is WebAssembly, whatever the graphics processor', () => {
    for (const findings of [usable, named('Google SwiftShader'), nothingFound]) {
      expect(choose('safest', findings)).toBe(
        'simd: WebAssembly does the arithmetic, because it needs the least of this device.',
      );
    }
  });

  it('is WebGL where WebAssembly failed its self-test', () => {
    const selfTests = { ...passed, simd: failed.simd };
    expect(choose('safest', named('Google SwiftShader'), selfTests)).toBe(
      'webgl: WebAssembly failed its self-test: a loss was off. So WebGL does the arithmetic.',
    );
  });
});

describe('an engine that has stopped working in this run', () => {
  const findings = { webgl: usable, selfTests: passed };
  const after = (choice: string, ...stopped: string[]) => {
    const { name, reason } = chooseEngine(choice, findings, specification, stopped);
    return `${name}: ${reason}`;
  };

  it('is not chosen again', () => {
    expect(after('auto', 'webgl')).toBe(
      'simd: The WebGL engine stopped working. So the processor does the arithmetic, in WebAssembly.',
    );
    expect(after('webgl', 'webgl')).toMatch(
      /^simd: WebGL was asked for\. The WebGL engine stopped/,
    );
    expect(after('simd', 'simd')).toMatch(/^webgl: WebAssembly was asked for\. The WebAssembly/);
  });

  it('leaves none where it was the last', () => {
    expect(() => after('auto', 'webgl', 'simd')).toThrow('No engine can do the arithmetic here.');
    expect(() => chooseEngine('auto', undefined, specification, ['simd'])).toThrow(
      'No engine can do the arithmetic here. The WebAssembly engine stopped working.',
    );
  });
});

it('a choice that is no engine is an error that names the engines', () => {
  const findings = { webgl: usable, selfTests: passed };
  expect(() => chooseEngine('gpu', findings, specification)).toThrow(
    new RangeError('engine: expected one of webgl, simd, got "gpu"'),
  );
});

describe('the table of engines', () => {
  it('has the engines that the screen names, in the same order', () => {
    expect(engines.map(({ name }) => name)).toEqual(engineNames.map(({ name }) => name));
  });

  /** An engine that does not exist, preferred to all others where there is a graphics processor. */
  const webgpu: EngineEntry = {
    name: 'webgpu',
    create: () => Promise.reject(new Error('It does not exist.')),
    clause: 'WebGPU does the arithmetic',
    objection: ({ webgl: { renderer } }) =>
      renderer === '' ? { sentence: 'This browser offers no WebGPU.' } : undefined,
  };
  const chooseOfThree = engineChooser([webgpu, ...engines]);
  const ofThree = (choice: string, webgl: WebglFindings, stopped: readonly string[] = []) => {
    const findings = { webgl, selfTests: passed };
    const { name, reason } = chooseOfThree(choice, findings, specification, stopped);
    return `${name}: ${reason}`;
  };

  it('may have a third one, in front', () => {
    expect(ofThree('auto', usable)).toBe('webgpu: WebGPU does the arithmetic.');
    expect(ofThree('webgpu', usable)).toBe('webgpu: webgpu was asked for.');
    expect(ofThree('auto', named(''))).toBe(
      'webgl: This browser offers no WebGPU. So WebGL does the arithmetic.',
    );
    expect(ofThree('webgpu', named(''))).toMatch(/^webgl: webgpu was asked for\. This browser/);
    expect(ofThree('safest', usable)).toMatch(/^simd: /);
    expect(chooseOfThree('webgl', undefined, specification).name).toBe('simd');
  });

  it('is used in its order when engines stop working', () => {
    expect(ofThree('auto', usable, ['webgpu'])).toMatch(/^webgl: The webgpu engine stopped/);
    expect(ofThree('auto', usable, ['webgpu', 'webgl'])).toMatch(/^simd: /);
    expect(() => ofThree('auto', usable, ['webgpu', 'webgl', 'simd'])).toThrow('No engine');
  });
});
