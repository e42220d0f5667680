import type { Engine, Progress } from '../../learning/engine.ts';

/** The way to the engine of a run. */
export interface EngineAccess {
  /**
   * Asks the engine for something. When the engine fails, another may take its place, and the whole
   * task is done again there, from an earlier step.
   */
  use<Answer>(task: (engine: Engine) => Promise<Answer>): Promise<Answer>;
  progress(): Progress;
}
