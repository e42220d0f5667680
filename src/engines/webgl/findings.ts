/** The capabilities of this machine's WebGL; plain data, so that the decision can be tested. */
export interface WebglFindings {
  /** Whether there is a canvas (Node has none). */
  readonly canvas: boolean;
  /** Whether a WebGL 2 context could be created. */
  readonly webgl2: boolean;
  /** Whether programs can write textures of 32-bit floats. */
  readonly floatTargets: boolean;
  /** Whether programs compute with at least 23 bits of mantissa. */
  readonly fullPrecision: boolean;
  /** The driver's name of the graphics processor; empty where the browser hides it. */
  readonly renderer: string;
}

export const nothingFound: WebglFindings = {
  canvas: false,
  webgl2: false,
  floatTargets: false,
  fullPrecision: false,
  renderer: '',
};

export type Canvas = HTMLCanvasElement | OffscreenCanvas;

/**
 * A canvas that is never shown: an OffscreenCanvas if there is one, so it works in a worker too.
 */
export function createCanvas(): Canvas | undefined {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1);
  return typeof document === 'undefined' ? undefined : document.createElement('canvas');
}

/** A WebGL 2 context, on a graphics processor or in software. */
export function createContext(canvas: Canvas): WebGL2RenderingContext | undefined {
  const attributes: WebGLContextAttributes = { alpha: false, antialias: false, depth: false };
  return canvas.getContext('webgl2', attributes) ?? undefined;
}

/** Examines this machine through a new context, which it releases at once. */
export function lookForWebgl(): WebglFindings {
  const canvas = createCanvas();
  if (!canvas) return nothingFound;
  const gl = createContext(canvas);
  if (!gl) return { ...nothingFound, canvas: true };
  const findings = examine(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return findings;
}

export function examine(gl: WebGL2RenderingContext): WebglFindings {
  const precision = gl.getShaderPrecisionFormat(gl.FRAGMENT_SHADER, gl.HIGH_FLOAT)?.precision ?? 0;
  return {
    canvas: true,
    webgl2: true,
    floatTargets: gl.getExtension('EXT_color_buffer_float') !== null,
    fullPrecision: precision >= 23,
    renderer: rendererOf(gl),
  };
}

/**
 * Chromium and Safari give the name only through an extension; Firefox warns about that extension.
 */
function rendererOf(gl: WebGL2RenderingContext): string {
  const name: unknown = gl.getParameter(gl.RENDERER);
  const masked = name === 'WebKit WebGL' ? gl.getExtension('WEBGL_debug_renderer_info') : null;
  const unmasked: unknown = masked ? gl.getParameter(masked.UNMASKED_RENDERER_WEBGL) : name;
  return typeof unmasked === 'string' ? unmasked : '';
}

/** Why the WebGL engine cannot run with these findings, as a sentence; undefined where it can. */
export function objectionTo(findings: WebglFindings): string | undefined {
  if (!findings.canvas) return 'There is no WebGL outside a browser.';
  if (!findings.webgl2) return 'This browser offers no WebGL 2.';
  if (!findings.floatTargets || !findings.fullPrecision) {
    return 'The graphics processor computes in half precision only, which is too coarse to train.';
  }
  return undefined;
}

/** Names of renderers that are programs on the main processor. */
const softwareRenderers = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

export function isSoftware({ renderer }: WebglFindings): boolean {
  return softwareRenderers.test(renderer);
}

/**
 * The usual name of a graphics processor, extracted from the driver's name, for example
 * `ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00005917) Direct3D11 vs_5_0 ps_5_0, D3D11)`.
 */
export function processorName({ renderer }: WebglFindings): string {
  const device = /^ANGLE \([^,]+, (.+), [^,]*\)$/.exec(renderer)?.[1] ?? renderer;
  const name = device
    .replace(/^ANGLE Metal Renderer: /, '')
    .replace(/( \(0x| Direct3D|\/PCIe|, or similar).*$/, '')
    .trim();
  return name === '' ? 'The graphics processor' : `The graphics processor (${name})`;
}
