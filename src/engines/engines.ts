import type { EngineFactory } from '../learning/engine.ts';
import type { Specification } from '../learning/specification.ts';
import type { EngineFindings } from './engineFindings.ts';
import { createSimdEngine } from './simdEngine.ts';
import { isSoftware, objectionTo, processorName } from './webgl/findings.ts';
import { objectionToSize } from './webgl/sizeLimits.ts';
import { createWebglOnDemand } from './webglOnDemand.ts';

/** Why an engine cannot or should not do the arithmetic. */
export interface Objection {
  /** A full sentence. */
  readonly sentence: string;
  /**
   * Given for an engine that works here, but slowly: what to tell a user who asked for it, as a
   * clause. Without it the engine cannot be used at all.
   */
  readonly slow?: string;
}

/** An implementation of `Engine`, and what it can do. Its title is in `engineNames.ts`. */
export interface EngineEntry {
  readonly name: string;
  readonly create: EngineFactory;
  /** What does the arithmetic with this engine, as a clause: "WebGL does the arithmetic". */
  readonly clause: string;
  /**
   * Why it was chosen where nothing speaks against it, as a full sentence; else the clause says it.
   */
  readonly reason?: (findings: EngineFindings) => string;
  /** What speaks against it on this machine, self-tests aside; undefined where nothing does. */
  readonly objection: (
    findings: EngineFindings,
    specification: Specification,
  ) => Objection | undefined;
}

const webgl: EngineEntry = {
  name: 'webgl',
  create: createWebglOnDemand,
  clause: 'WebGL does the arithmetic',
  reason: (findings) => `${processorName(findings.webgl)} does the arithmetic, through WebGL.`,
  objection({ webgl }, specification) {
    const sentence = objectionTo(webgl) ?? objectionToSize(specification);
    if (sentence !== undefined) return { sentence };
    if (!isSoftware(webgl)) return undefined;
    return {
      sentence: 'No graphics processor answers here: WebGL runs in software.',
      slow: 'here it runs in software',
    };
  },
};

const simd: EngineEntry = {
  name: 'simd',
  create: createSimdEngine,
  clause: 'the processor does the arithmetic, in WebAssembly',
  objection: () => undefined,
};

/** All engines, in the order of `engineNames`. */
export const engines: readonly EngineEntry[] = [webgl, simd];
