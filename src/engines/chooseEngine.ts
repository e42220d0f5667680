import type { EngineFactory, EngineName } from '../learning/engine.ts';
import { createSimdEngine } from './simdEngine.ts';
import { isSoftware, lookForWebgl, objectionTo, type WebglFindings } from './webgl/findings.ts';

/** An engine, and why this one, as a full sentence for a learner. */
export interface ChosenEngine {
  readonly name: EngineName;
  readonly factory: EngineFactory;
  readonly reason: string;
}

const onTheProcessor = 'So the processor does the arithmetic, in WebAssembly.';

/**
 * The engine for a choice on this machine; `auto` takes WebGL where a real graphics processor
 * answers in full precision. Where WebGL was chosen and cannot be had, the SIMD engine comes.
 */
export function chooseEngine(
  choice: 'auto' | EngineName,
  look: () => WebglFindings = lookForWebgl,
): ChosenEngine {
  if (choice === 'simd') return simd('WebAssembly was asked for.');
  const findings = look();
  const objection = objectionTo(findings);
  if (choice === 'webgl') {
    if (objection !== undefined) {
      return simd(`WebGL was asked for. ${objection} ${onTheProcessor}`);
    }
    if (!isSoftware(findings)) return webgl('WebGL was asked for.');
    return webgl('WebGL was asked for; here it runs in software, slower than WebAssembly.');
  }
  if (objection !== undefined) {
    return simd(`${objection} ${onTheProcessor}`);
  }
  if (isSoftware(findings)) {
    return simd(`No graphics processor answers here: WebGL runs in software. ${onTheProcessor}`);
  }
  return webgl(`${processorName(findings)} does the arithmetic, through WebGL.`);
}

function simd(reason: string): ChosenEngine {
  return { name: 'simd', factory: createSimdEngine, reason };
}

/** tfjs is large and comes only when it is wanted. */
function webgl(reason: string): ChosenEngine {
  const factory: EngineFactory = async (specification, parameters) => {
    const { createWebglEngine } = await import('./webglEngine.ts');
    return createWebglEngine(specification, parameters);
  };
  return { name: 'webgl', factory, reason };
}

/**
 * What people call their graphics processor, out of what the driver calls it: for example
 * `ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00005917) Direct3D11 vs_5_0 ps_5_0, D3D11)`.
 */
function processorName({ renderer }: WebglFindings): string {
  const device = /^ANGLE \([^,]+, (.+), [^,]*\)$/.exec(renderer)?.[1] ?? renderer;
  const name = device
    .replace(/^ANGLE Metal Renderer: /, '')
    .replace(/( \(0x| Direct3D|\/PCIe|, or similar).*$/, '')
    .trim();
  return name === '' ? 'The graphics processor' : `The graphics processor (${name})`;
}
