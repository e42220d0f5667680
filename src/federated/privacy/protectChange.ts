import { clipToNorm } from '../../learning/network/clipToNorm.ts';
import { quorumOf } from '../room/quorum.ts';

/** What a client does to its change before it leaves the device. */
export interface Protection {
  /** C: the largest Euclidean length of a change; 0 = no limit. */
  readonly clip: number;
  /** z: standard deviation of the noise on the sum of a round, in units of C; 0 = none. */
  readonly noise: number;
  /** Clients that are asked in a round. */
  readonly asked: number;
}

/**
 * Shortens the change to C and adds the client's part of the noise. Each of the asked clients adds
 * noise of variance (z·C)² / quorum, so that the sum of any quorum has at least z·C.
 * Source: McMahan et al., Learning Differentially Private Recurrent Language Models, ICLR 2018.
 * @param normal standard normal deviates, from the platform's generator where it is to protect.
 */
export function protectChange(
  change: Float64Array,
  { clip, noise, asked }: Protection,
  normal: () => number,
): Float64Array {
  const result = change.slice();
  if (clip > 0) clipToNorm(result, clip);
  if (noise === 0) return result;
  const deviation = (noise * clip) / Math.sqrt(quorumOf(asked));
  return result.map((value) => value + deviation * normal());
}
