import { featureMatrix } from '../../learning/features.ts';
import type { WebglDevice } from './device.ts';
import { listWidth, quadsFor } from './glsl.ts';
import { type Quads, uploadList } from './quads.ts';

/** Samples as the programs read them: the features of each, then its label, in whole quads. */
export interface SampleTexture {
  readonly size: number;
  readonly texture: Quads;
}

/** Uploads n×2 points and their labels (0 where there are none). */
export function uploadSamples(
  device: WebglDevice,
  features: readonly string[],
  points: Float32Array,
  labels?: Uint8Array,
): SampleTexture {
  const size = points.length / 2;
  const inputs = features.length;
  const width = 4 * quadsFor(inputs + 1);
  checkSize(device, size, width);
  const matrix = featureMatrix(features, points);
  const list = new Float32Array(size * width);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < inputs; k++) list[i * width + k] = matrix[i * inputs + k] ?? 0;
    list[i * width + inputs] = labels?.[i] ?? 0;
  }
  return { size, texture: uploadList(device, list) };
}

function checkSize({ gl }: WebglDevice, size: number, width: number): void {
  const side = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
  const most = Math.floor((4 * listWidth * side) / width);
  if (size <= most) return;
  throw new RangeError(`samples: WebGL takes at most ${most} of them on this device, got ${size}`);
}
