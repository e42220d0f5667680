import { sampleBytes, type UpdateSize } from './updateSize.ts';

/** What has left a device, and what would have. */
export interface DeviceLedger {
  readonly updates: number;
  readonly bytes: number;
  readonly numbers: number;
  /** Samples that have left it. No message of the protocol can hold one. */
  readonly rawSamples: 0;
  /** Had it sent its samples, once, instead. */
  readonly dataBytes: number;
}

/** Of a device that has so many samples and has sent so many updates. */
export function deviceLedger(samples: number, updates: number, size: UpdateSize): DeviceLedger {
  return {
    updates,
    bytes: updates * size.bytes,
    numbers: updates * size.numbers,
    rawSamples: 0,
    dataBytes: samples * sampleBytes,
  };
}
