import { expect, it } from 'vitest';
import { isCommand } from '../../../src/training/session/isCommand.ts';

it('takes a message with an address and a known kind', () => {
  expect(isCommand({ kind: 'train', session: 1, run: 2 })).toBe(true);
  expect(isCommand({ kind: 'watch', session: 1, run: 2, watches: null })).toBe(true);
});

it.each([
  [undefined],
  [null],
  ['train'],
  [[]],
  [{ kind: 'train' }],
  [{ kind: 'train', session: 1 }],
  [{ kind: 'train', session: NaN, run: 1 }],
  [{ kind: 'train', session: 1, run: '1' }],
  [{ kind: 'fly', session: 1, run: 1 }],
  [{ kind: 'constructor', session: 1, run: 1 }],
  [{ kind: ['train'], session: 1, run: 1 }],
])('drops %j', (message) => {
  expect(isCommand(message)).toBe(false);
});
