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

/** A graphics processor, used through a private tfjs backend. Several engines may share it. */
export interface WebglDevice {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Throws an EngineLostError once the context is or was lost. */
  check(): void;
  dispose(): void;
}

/** @throws Error with a sentence where there is no WebGL 2 in full precision. */
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

  // A lost context may be restored, but without its textures: the device stays lost.
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

/** Hands the context to tfjs, which would otherwise create one and refuse one in software. */
function examineForTfjs(gl: WebGL2RenderingContext): WebglFindings {
  setWebGLContext(2, gl);
  env().set('WEBGL_VERSION', 2);
  const findings = examine(gl);
  const floatTargets = findings.floatTargets && env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
  return { ...findings, floatTargets };
}

export type { GPGPUProgram, TensorInfo };
