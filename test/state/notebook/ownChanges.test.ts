import { expect, it } from 'vitest';
import { type OwnVersion, unchanged } from '../../../src/notebook/ownVersion.ts';
import { OwnChanges, type TextStorage } from '../../../src/state/notebook/ownChanges.ts';
import { mapStorage } from '../../support/mapStorage.ts';

const full: TextStorage = {
  getItem: () => {
    throw new Error('forbidden');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => {
    throw new Error('forbidden');
  },
};

const version: OwnVersion = {
  changes: new Map([[3, { from: 'a', to: 'b' }]]),
  added: new Map([[4, { mode: 'md', value: '# c' }]]),
  order: { from: [1, 3], to: [3, 4] },
};

it('keeps changes by notebook, and leaves nothing where there are none', () => {
  const shelf = mapStorage();
  const own = new OwnChanges(shelf, 'units');
  expect(own.write(version)).toBe(true);
  expect(new OwnChanges(shelf, 'units').read()).toEqual(version);
  expect(new OwnChanges(shelf, 'other').read()).toEqual(unchanged);
  own.write(unchanged);
  expect(shelf.texts.size).toBe(0);
});

it.each([
  ...['{', 'null', '7', '[1]', '{"3":{"from":1,"to":"b"}}', '{"3":null}'],
  '{"3":{"from":"a","to":"b","mode":"python"}}',
  '{"added":{"4":{"mode":"js"}},"order":{"from":[1]}}',
])('takes what is damaged for nothing: %s', (text) => {
  const shelf = mapStorage();
  shelf.setItem('edgewise-notebook-units', text);
  expect(new OwnChanges(shelf, 'units').read()).toEqual(unchanged);
});

it('remembers a start that did not end', () => {
  const shelf = mapStorage();
  const own = new OwnChanges(shelf, 'units');
  expect(own.diedAtStart).toBe(false);
  own.beginStart();
  expect(new OwnChanges(shelf, 'units').diedAtStart).toBe(true);
  own.endStart();
  expect(own.diedAtStart).toBe(false);
});

it.each([[undefined], [full]])('does without storage', (shelf) => {
  const own = new OwnChanges(shelf, 'units');
  expect(own.write(version)).toBe(false);
  own.beginStart();
  own.endStart();
  expect([own.read(), own.diedAtStart]).toEqual([unchanged, false]);
});
