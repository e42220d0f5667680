import { initialParameters } from '../../learning/initialParameters.ts';
import { validateConfiguration } from '../../learning/validation/validateConfiguration.ts';
import type { CommandBody, StartCommand } from '../protocol/commands.ts';
import { epochsDone } from '../running/epochSteps.ts';
import type { Checkpoints } from './checkpoints.ts';
import { checkParameterIndex } from './checkParameterIndex.ts';
import { checkSampleSets } from './checkSampleSets.ts';
import { checkWatches } from './checkWatches.ts';
import { commandFault } from './commandFault.ts';
import { CutValues } from './cutValues.ts';
import { messageOf } from './engineKeeper.ts';
import type { Environment } from './environment.ts';
import type { RunParts } from './runParts.ts';
import { sameSamples } from './sameSamples.ts';
import { fittedSnapshot, withinSet } from './snapshots.ts';

/** A command that a run carries out. */
export type RunCommand = Exclude<CommandBody, StartCommand | { readonly kind: 'end' | 'ping' }>;

type Kind<Name extends RunCommand['kind']> = Extract<RunCommand, { kind: Name }>;

/** What a run may be told although it has failed. */
const allowedInFailure: readonly RunCommand['kind'][] = [
  'changeEngine',
  'changeSpeed',
  'watch',
  'acknowledge',
];

/** What a run cannot do when it has diverged. */
const needsSoundState: readonly RunCommand['kind'][] = ['train', 'step', 'setParameter'];

/** Carries out the commands of a run, or refuses them with a sentence. */
export class RunCommands {
  readonly #parts: RunParts;
  readonly #checkpoints: Checkpoints;
  readonly #cutValues: CutValues;
  readonly #modelFiles: Environment['modelFiles'];

  constructor(parts: RunParts, checkpoints: Checkpoints, modelFiles: Environment['modelFiles']) {
    this.#parts = parts;
    this.#checkpoints = checkpoints;
    this.#modelFiles = modelFiles;
    const { network } = parts.keeper.specification;
    this.#cutValues = new CutValues(Float32Array.from(initialParameters(network)));
  }

  /** Rejects when no engine is left that could do it. */
  async carryOut(command: RunCommand): Promise<void> {
    const objection = this.#objectionTo(command) ?? commandFault(command);
    if (objection === undefined) await this.#carryOut(command);
    else this.#parts.reports.refuse(command.kind, objection);
  }

  async #carryOut(command: RunCommand): Promise<void> {
    const { loop, frames } = this.#parts;
    switch (command.kind) {
      case 'train':
        this.#train();
        return;
      case 'pause':
        return this.#pause();
      case 'step':
        this.#step(command);
        return;
      case 'changeTraining':
        return this.#changeTraining(command);
      case 'changeSamples':
        return this.#changeSamples(command);
      case 'changeSpeed':
        loop.stepsPerFrame = command.stepsPerFrame;
        return;
      case 'changeEngine':
        return this.#changeEngine(command);
      case 'watch':
        this.#watch(command);
        return;
      case 'restore':
        return this.#restore(command);
      case 'setParameter':
        return this.#setParameter(command);
      case 'save':
        return this.#save(command);
      case 'acknowledge':
        frames.acknowledge(command.frame);
        return;
    }
  }

  #objectionTo({ kind }: RunCommand): string | undefined {
    const { phase } = this.#parts.reports;
    if (phase === 'failed' && !allowedInFailure.includes(kind)) {
      return 'This run has failed and can do nothing more; choose another engine, or reset it.';
    }
    if (phase === 'diverged' && needsSoundState.includes(kind)) {
      return 'This run has diverged and cannot continue; go back to its last good state, or reset it.';
    }
    return undefined;
  }

  #train(): void {
    const { keeper, loop, reports } = this.#parts;
    loop.train(keeper.progress());
    reports.enter('training');
  }

  #step({ unit, count = 1 }: Kind<'step'>): void {
    const { keeper, loop, reports } = this.#parts;
    if (unit === 'step') {
      loop.makeStep(keeper.progress(), count);
      return;
    }
    loop.finishEpoch(keeper.progress(), count);
    reports.enter('training');
  }

  async #pause(): Promise<void> {
    const { loop, frames, reports } = this.#parts;
    if (!loop.busy) return;
    loop.rest();
    reports.enter('paused');
    frames.request();
    await this.#checkpoints.take();
  }

  async #changeTraining(command: Kind<'changeTraining'>): Promise<void> {
    const { keeper, loop, frames, reports } = this.#parts;
    const { network } = keeper.specification;
    const checked = this.#checked(command, () =>
      validateConfiguration({ network, training: command.training, stopping: command.stopping }),
    );
    if (!checked) return;
    const before = keeper.specification.training;
    const mayCut = before.cut.length + checked.training.cut.length > 0;
    const parameters = mayCut ? await keeper.use((engine) => engine.parameters()) : undefined;
    if (await keeper.configure(checked.training)) frames.forgetCosts();
    loop.changeStopping(checked.stopping, keeper.progress().epoch);
    loop.forgetCosts();
    const uncut = parameters && this.#cutValues.follow(parameters, before, checked.training);
    if (uncut) await this.#setParameters(() => uncut);
    else reports.snapshot(keeper.kept);
    frames.request();
  }

  async #changeSamples(command: Kind<'changeSamples'>): Promise<void> {
    const { keeper, loop, recorder, frames, reports } = this.#parts;
    const checked = this.#checked(command, () => {
      checkSampleSets(command.samples, keeper.specification.network);
      return command.samples;
    });
    if (!checked) return;
    const before = loop.samples.training;
    const samples = {
      // The running epoch ends only where the training set is another object.
      training: sameSamples(before, checked.training) ? before : checked.training,
      evaluation: checked.evaluation,
    };
    await keeper.changeSamples(samples);
    loop.changeSamples(samples, keeper.progress().epoch);
    recorder.dropFrom(epochsDone(keeper.progress(), samples.training.labels.length));
    frames.changeSamples(samples, command.samplesVersion);
    reports.snapshot(keeper.kept);
  }

  async #changeEngine({ engine, findings }: Kind<'changeEngine'>): Promise<void> {
    const { keeper, loop, frames, reports } = this.#parts;
    const before = reports.phase;
    if (findings) keeper.noteFindings(findings);
    if (!(await keeper.switchTo(engine))) return;
    loop.forgetCosts();
    frames.forgetCosts();
    frames.request();
    if (before === 'failed') reports.enterRest(keeper.progress().step);
  }

  #watch(command: Kind<'watch'>): void {
    const { keeper, frames } = this.#parts;
    const { classes } = keeper.specification.network;
    const checked = this.#checked(command, () => {
      checkWatches(command.watches, classes);
      return command.watches;
    });
    if (checked) frames.watch(checked);
  }

  async #restore(command: Kind<'restore'>): Promise<void> {
    const { keeper, loop, recorder, frames, reports } = this.#parts;
    const size = loop.samples.training.labels.length;
    const snapshot = this.#checked(command, () =>
      withinSet(fittedSnapshot(command.snapshot, keeper.specification), size),
    );
    if (!snapshot) return;
    await keeper.goBack(snapshot);
    loop.setBack(snapshot.progress.epoch);
    recorder.dropFrom(epochsDone(snapshot.progress, size));
    frames.jump();
    reports.snapshot(keeper.kept);
    if (!loop.busy) reports.enterRest(snapshot.progress.step);
  }

  async #setParameter(command: Kind<'setParameter'>): Promise<void> {
    const checked = this.#checked(command, () => {
      checkParameterIndex(command.index, this.#parts.keeper.specification);
      return command;
    });
    if (!checked) return;
    await this.#setParameters((parameters) => parameters.with(checked.index, checked.value));
  }

  /** Changes parameters by hand; progress and updater state stay. */
  async #setParameters(change: (parameters: Float32Array) => Float32Array): Promise<void> {
    const { keeper, loop, recorder, frames } = this.#parts;
    await keeper.use(async (engine) => engine.setParameters(change(await engine.parameters())));
    recorder.dropFrom(epochsDone(keeper.progress(), loop.samples.training.labels.length));
    frames.jump();
    await this.#checkpoints.take();
  }

  async #save({ kind, scaling }: Kind<'save'>): Promise<void> {
    const { keeper, reports } = this.#parts;
    const parameters = await keeper.use((engine) => engine.parameters());
    try {
      reports.model(await this.#modelFiles(keeper.specification.network, parameters, { scaling }));
    } catch (error) {
      reports.refuse(kind, `The model could not be saved: ${messageOf(error)}`);
    }
  }

  /** What the check returns; undefined when it throws, and the command is refused. */
  #checked<Value>({ kind }: RunCommand, check: () => Value): Value | undefined {
    try {
      return check();
    } catch (error) {
      this.#parts.reports.refuse(kind, messageOf(error));
      return undefined;
    }
  }
}
