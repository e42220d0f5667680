import { withDefaults } from '../../learning/hyperparameter.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import { strategies, strategyNamed } from '../strategies/strategies.ts';
import { classFields } from './classFields.ts';
import type { ClassSettings } from './classSettings.ts';

/** Why a class cannot run: the key of the setting to change, and a clause. */
export interface ClassObjection {
  readonly key: string;
  /** Without a full stop: `expected …, got …`. */
  readonly clause: string;
}

/** The number of clients that each round asks. */
export function askedClients({ clients, fraction }: ClassSettings): number {
  return Math.round(clients * fraction);
}

/** Why settings that are each in their range do not fit together; undefined where they do. */
export function classObjection(
  settings: ClassSettings,
  training: TrainingSpecification,
): ClassObjection | undefined {
  return (
    askedTooFew(settings) ??
    tooManyPoisoned(settings) ??
    unfitForStrategy(settings) ??
    unfitForNoise(settings) ??
    unfitForGradients(settings, training)
  );
}

function askedTooFew(settings: ClassSettings): ClassObjection | undefined {
  const asked = askedClients(settings);
  if (asked >= 2) return undefined;
  const clause = `expected a share that asks at least 2 of ${settings.clients} clients, got ${settings.fraction}`;
  return { key: classFields.fraction.key, clause };
}

function tooManyPoisoned({ poisoned, clients }: ClassSettings): ClassObjection | undefined {
  if (poisoned <= clients) return undefined;
  const clause = `expected at most as many as there are clients, ${clients}, got ${poisoned}`;
  return { key: classFields.poisoned.key, clause };
}

function unfitForStrategy(settings: ClassSettings): ClassObjection | undefined {
  const { strategy, strategyHyperparameters } = settings;
  const { objection, hyperparameters } = strategyNamed(strategy);
  const reason = objection(
    askedClients(settings),
    withDefaults(hyperparameters, strategyHyperparameters),
  );
  if (reason === undefined) return undefined;
  return { key: classFields.strategy.key, clause: reason.replace(/\.$/, '') };
}

/** What ε says of noise holds only for the mean of all changes, each of which is limited. */
function unfitForNoise({ noise, clip, strategy }: ClassSettings): ClassObjection | undefined {
  if (noise === 0) return undefined;
  if (clip === 0) {
    return { key: classFields.noise.key, clause: 'expected --clip above 0 as well, got 0' };
  }
  const { takesMean, label } = strategyNamed(strategy);
  if (takesMean) return undefined;
  const names = strategies.flatMap((each) => (each.takesMean ? each.name : []));
  const clause = `expected with noise one of ${names.join(', ')}, which use only the mean of the changes, got ${label}`;
  return { key: classFields.strategy.key, clause };
}

/** Gradients are taken from the engine one by one, without dropout and without its updater. */
function unfitForGradients(
  { strategy, work }: ClassSettings,
  { updater, dropout }: TrainingSpecification,
): ClassObjection | undefined {
  const { local, label } = strategyNamed(strategy);
  const cause = work === 'gradient' ? 'the work gradient' : label;
  if (local !== 'none' && work === 'gradient') {
    const clause = `expected epochs with ${label}, which corrects local epochs, got gradient`;
    return { key: classFields.work.key, clause };
  }
  if (work === 'epochs' && local === 'none') return undefined;
  if (dropout > 0) return { key: 'dropout', clause: `expected 0 with ${cause}, got ${dropout}` };
  if (updater === 'sgd' || local === 'proximal') return undefined;
  return { key: 'updater', clause: `expected sgd with ${cause}, got ${updater}` };
}
