import type { StartCommand } from '../protocol/commands.ts';
import type { RunLink } from '../runLink.ts';
import { Checkpoints } from './checkpoints.ts';
import type { Effort } from './effort.ts';
import { messageOf } from './engineKeeper.ts';
import type { Environment } from './environment.ts';
import { type RunCommand, RunCommands } from './runCommands.ts';
import { makeRunParts, type RunParts } from './runParts.ts';

/** Commands that the engine has nothing to do with. */
const light: readonly RunCommand['kind'][] = [
  'train',
  'step',
  'changeSpeed',
  'watch',
  'acknowledge',
];

/** Commands that give the engine other work, or the work another engine. */
const fresh: readonly RunCommand['kind'][] = ['changeTraining', 'changeSamples', 'changeEngine'];

/** One training run from its start to the next: carries out commands and works in small pieces. */
export class ActiveRun {
  readonly #effort: Effort;
  readonly #parts: RunParts;
  readonly #checkpoints: Checkpoints;
  readonly #commands: RunCommands;

  /** @throws RangeError with a sentence for what cannot be trained. */
  constructor(start: StartCommand, environment: Environment, link: RunLink, effort: Effort) {
    const { chooseEngine, modelFiles } = environment;
    this.#effort = effort;
    this.#parts = makeRunParts(start, chooseEngine, link);
    this.#checkpoints = new Checkpoints(this.#parts, link.now);
    this.#commands = new RunCommands(this.#parts, this.#checkpoints, modelFiles);
  }

  /** Rejects when no engine can run here. */
  async begin(choice: StartCommand['engine']): Promise<void> {
    const { keeper, reports } = this.#parts;
    reports.enter('starting');
    this.#effort.forget();
    await this.#effort.exert('start', () => keeper.open(choice));
    reports.snapshot(keeper.kept);
    reports.enterRest(keeper.progress().step);
  }

  /** Rejects when no engine is left that could do it. */
  async carryOut(command: RunCommand): Promise<void> {
    if (light.includes(command.kind)) return this.#commands.carryOut(command);
    if (fresh.includes(command.kind)) this.#effort.forget();
    return this.#effort.exert(command.kind, () => this.#commands.carryOut(command));
  }

  /**
   * Does the next piece of work: a frame, a snapshot or some steps.
   * @returns milliseconds until there is more; Infinity when there is nothing before the next command.
   */
  async work(): Promise<number> {
    const { keeper, loop, frames, reports } = this.#parts;
    if (reports.phase === 'failed') return Infinity;
    if (frames.isDue(keeper.progress().step, !loop.busy)) {
      await this.#effort.exert('frame', () => this.#sendFrame());
      return 0;
    }
    if (!loop.busy) return Infinity;
    if (this.#checkpoints.isDue) {
      await this.#effort.exert('checkpoint', () => this.#checkpoints.take());
      return 0;
    }
    return this.#effort.exert('training', () => this.#train());
  }

  /** The run is over, unless another engine is chosen. */
  fail(error: unknown): void {
    const { keeper, loop, reports } = this.#parts;
    loop.rest();
    keeper.dispose();
    reports.enter('failed', `Training cannot continue: ${messageOf(error)}`);
  }

  dispose(): void {
    this.#parts.keeper.dispose();
  }

  async #sendFrame(): Promise<void> {
    const { keeper, loop, frames } = this.#parts;
    const losses = await frames.send(keeper, loop.busy ? loop.stepsPerSecond : undefined);
    if (losses && !Number.isFinite(losses.training)) this.#checkpoints.diverge();
  }

  async #train(): Promise<number> {
    const { keeper, loop, frames, reports } = this.#parts;
    const outcome = await loop.work(keeper);
    if (typeof outcome === 'number') return outcome;
    loop.rest();
    frames.request();
    const sound = outcome.phase !== 'diverged' && (await this.#checkpoints.take());
    if (sound) reports.enter(outcome.phase, outcome.reason);
    else this.#checkpoints.diverge();
    return 0;
  }
}
