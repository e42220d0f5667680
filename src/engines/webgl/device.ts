import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  type GPGPUProgram,
  MathBackendWebGL,
  setWebGLContext,
} from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import { EngineLostError } from '../../learning/engine.ts';
import {
  createCanvas,
  createContext,
  examine,
  nothingFound,
  objectionTo,
  type WebglFindings,
} from './findings.ts';

/** A graphics processor through a tfjs backend of its own. Several engines may share one. */
export interface WebglDevice {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Throws an EngineLostError once the context is or was lost. */
  check(): void;
  dispose(): void;
}

/** @throws an Error with a sentence where WebGL 2 in full precision is not to be had. */
export function createDevice(): WebglDevice {
  const canvas = createCanvas();
  const gl = canvas && createContext(canvas);
  if (!canvas || !gl) {
    throw new Error(objectionTo({ ...nothingFound, canvas: canvas !== undefined }));
  }
  const giveBack = () => gl.getExtension('WEBGL_lose_context')?.loseContext();
  const objection = objectionTo(examineForTfjs(gl));
  if (objection !== undefined) {
    giveBack();
    throw new Error(objection);
  }
  const backend = new MathBackendWebGL(canvas);

  // A lost context may come back, but then it is empty: once lost, lost for good.
  let lost = false;
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
  });

  return {
    backend,
    gl,
    check() {
      lost ||= gl.isContextLost();
      if (lost) throw new EngineLostError('The graphics processor was lost (WebGL context lost).');
    },
    dispose() {
      lost = true;
      backend.dispose();
      giveBack();
    },
  };
}

/** tfjs would look for a context of its own, and not take one in software, were it not told. */
function examineForTfjs(gl: WebGL2RenderingContext): WebglFindings {
  setWebGLContext(2, gl);
  env().set('WEBGL_VERSION', 2);
  const findings = examine(gl);
  const floatTargets = findings.floatTargets && env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
  return { ...findings, floatTargets };
}

export type { GPGPUProgram, TensorInfo };
