import type { Hyperparameter } from '../hyperparameter.ts';
import { schedules } from '../schedules/schedules.ts';
import { updaters } from '../updaters/updaters.ts';
import type { NumberField } from './field.ts';

/** An updater or a schedule. */
export interface Member {
  readonly name: string;
  readonly label: string;
  readonly hyperparameters: readonly Hyperparameter[];
}

/** All hyperparameters of one name in a family. */
export interface SharedHyperparameter {
  readonly name: string;
  readonly key: string;
  /** The field of each member that has it, by the member's name. */
  readonly fields: ReadonlyMap<string, NumberField>;
}

/** A family of members with hyperparameters, and where their values are. */
export interface Family {
  readonly members: readonly Member[];
  /** Before the hyperparameter's name in the address and the terminal: `schedule-`. */
  readonly prefix: string;
  /** Where the values are in an experiment. */
  readonly path: string;
  readonly hyperparameters: readonly SharedHyperparameter[];
}

export const updaterFamily = family(updaters, '', 'training.hyperparameters');
export const scheduleFamily = family(schedules, 'schedule-', 'training.scheduleHyperparameters');

/** The hyperparameters of a family's members, with those of one name together. */
export function family(members: readonly Member[], prefix: string, path: string): Family {
  const all = members.flatMap(({ hyperparameters }) => hyperparameters);
  const names = [...new Set(all.map(({ name }) => name))];
  const hyperparameters = names.map((name) => {
    const key = prefix + dashed(name);
    const fields = members.flatMap((member) => {
      const found = member.hyperparameters.find((each) => each.name === name);
      if (!found) return [];
      return [[member.name, { ...found, key, path: `${path}.${name}` }] as const];
    });
    return { name, key, fields: new Map(fields) };
  });
  return { members, prefix, path, hyperparameters };
}

/** `weightDecay` → `weight-decay` */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
