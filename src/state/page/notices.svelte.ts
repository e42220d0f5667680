import type { TrainingRun } from '../run/trainingRun.svelte.ts';

/** Sentences that the user must see: trouble of a run, and what an address or an engine got wrong. */
export class Notices {
  readonly #run: TrainingRun;
  #problems = $state.raw<readonly string[]>([]);

  constructor(run: TrainingRun, problems: readonly string[]) {
    this.#run = run;
    this.#problems = problems;
  }

  get sentences(): readonly string[] {
    const { phase, reason, notice } = this.#run.state;
    const trouble = phase === 'diverged' || phase === 'failed' ? reason : '';
    const all = [trouble, notice, ...this.#problems];
    return all.filter((sentence, index) => sentence && all.indexOf(sentence) === index);
  }

  /** Whether some of the sentences go when the user has read them. */
  get dismissable(): boolean {
    return this.#run.state.notice !== '' || this.#problems.length > 0;
  }

  add(sentences: readonly string[]): void {
    this.#problems = [...this.#problems, ...sentences];
  }

  /** Replaces what was added. */
  replace(sentences: readonly string[]): void {
    this.#problems = sentences;
  }

  dismiss(): void {
    this.#problems = [];
    this.#run.state.dismissNotice();
  }
}
