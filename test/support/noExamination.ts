import type { EngineFindings } from '../../src/engines/examineEngines.ts';

/** An examination of the engines that never ends. */
export function noExamination(): Promise<EngineFindings> {
  return new Promise(() => undefined);
}
