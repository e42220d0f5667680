import type { EngineFactory } from '../learning/engine.ts';

/** The WebGL engine. It is downloaded when it is first used, because tfjs is large. */
export const createWebglOnDemand: EngineFactory = async (specification, parameters) => {
  const { createWebglEngine } = await import('./webglEngine.ts').catch((error: unknown) => {
    throw new Error('TensorFlow.js could not be fetched.', { cause: error });
  });
  return createWebglEngine(specification, parameters);
};
