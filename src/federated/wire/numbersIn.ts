import { encodings } from '../encodings/encodings.ts';
import type { Layout } from '../layout.ts';

/** How many numbers of a model the bytes of a frame hold, a frame that `readFrame` accepts. */
export function numbersIn(frame: Uint8Array, layout: Layout): number {
  const encoding = encodings.find(({ code }) => code === frame[24]);
  const vectors = 1 + (frame[25] ?? 0);
  return vectors * (encoding?.numbers(layout) ?? 0);
}
