import type { EngineFindings } from '../../engines/engineFindings.ts';
import type { EngineName } from '../../learning/engine.ts';
import type { EngineChoice } from '../../training/protocol/commands.ts';
import { engineTitle } from '../../engines/engineNames.ts';

/** What does a run's arithmetic: what the user chose, what runs and why, and what was found out. */
export class RunEngine {
  readonly #onchange: () => void;
  #choice = $state<EngineChoice>('auto');
  #findings = $state.raw<EngineFindings>();
  #name = $state<EngineName>();
  #reason = $state('');

  /** `onchange`: the choice is another one, or more is known. */
  constructor(choice: EngineChoice, onchange: () => void) {
    this.#choice = choice;
    this.#onchange = onchange;
  }

  get choice(): EngineChoice {
    return this.#choice;
  }

  get findings(): EngineFindings | undefined {
    return this.#findings;
  }

  /** Undefined before there is one. */
  get name(): EngineName | undefined {
    return this.#name;
  }

  /** What people call it; empty before there is one. */
  get title(): string {
    return this.#name === undefined ? '' : engineTitle(this.#name);
  }

  /** Why it is this one, a full sentence. */
  get reason(): string {
    return this.#reason;
  }

  choose(choice: EngineChoice): void {
    this.#choice = choice;
    this.#onchange();
  }

  noteFindings(findings: EngineFindings): void {
    this.#findings = findings;
    this.#onchange();
  }

  /** How an engine's self-test ended, in a sentence; empty where there was none. */
  selfTestSentence(name: EngineName): string {
    return this.#findings?.selfTests[name]?.sentence ?? '';
  }

  receive(name: EngineName, reason: string): void {
    this.#name = name;
    this.#reason = reason;
  }
}
