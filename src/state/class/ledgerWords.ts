import type { DeviceLedger } from '../../federated/ledger/deviceLedger.ts';
import { breakEven, sampleBytes, type UpdateSize } from '../../federated/ledger/updateSize.ts';
import { countText } from '../entry/numberEntry.ts';

/** Whether sending changes has cost less than sending the samples, and when it would. */
export function ledgerWords({ bytes, dataBytes }: DeviceLedger, size: UpdateSize): string[] {
  const even = breakEven(size);
  const update = `One update has ${countText(size.bytes)} bytes, a sample about ${sampleBytes}: an update is smaller only if its device has at least ${even} new samples for it.`;
  if (bytes === 0) return [update];
  return [`${comparison(bytes, dataBytes)}.`, update];
}

function comparison(bytes: number, dataBytes: number): string {
  const times = bytes / dataBytes;
  const dear = `So far the updates have cost ${timesText(times)} as many bytes as sending all samples once would have`;
  const cheap = `So far the updates have cost ${timesText(times)} of the bytes that sending all samples once would have`;
  return times >= 1 ? dear : cheap;
}

/** `12 times`, `1.3 times`, `45 %`. */
function timesText(times: number): string {
  if (times < 1) return `${Math.round(100 * times)} %`;
  return `${times < 10 ? Number(times.toFixed(1)) : countText(times)} times`;
}
