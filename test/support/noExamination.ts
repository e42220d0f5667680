import type { EngineFindings } from '../../src/training/protocol/messages.ts';

/** An examination of the engines that never ends. */
export function noExamination(): Promise<EngineFindings> {
  return new Promise(() => undefined);
}
