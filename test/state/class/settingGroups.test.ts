import { expect, it } from 'vitest';
import { classFields, defaultClass } from '../../../src/federated/settings/classFields.ts';
import { rowsOf, settingGroups } from '../../../src/state/class/settingGroups.ts';

const everything = {
  ...defaultClass,
  deal: 'dirichlet',
  noise: 1,
  poisoned: 1,
  poison: 'amplify',
} as const;

it('shows each setting of a class once, except how many rounds there are', () => {
  const names = settingGroups.flatMap((group) => group.names);
  expect([...names, 'rounds'].sort()).toEqual(Object.keys(classFields).sort());
});

it('leaves out what has no effect', () => {
  const shown = (settings: typeof defaultClass) =>
    settingGroups.flatMap((group) => rowsOf(group, settings).map(({ name }) => name));
  expect(
    Object.keys(classFields).filter((name) => !shown(everything).some((n) => n === name)),
  ).toEqual(['rounds', 'batches']);
  for (const name of ['alpha', 'batches', 'delta', 'poison', 'amplification']) {
    expect(shown(defaultClass)).not.toContain(name);
  }
  expect(shown({ ...defaultClass, work: 'gradient' })).toContain('batches');
});
