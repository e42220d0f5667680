import { expect, it } from 'vitest';
import { clockText } from '../../../src/state/room/lessonText.ts';

it('shows minutes and seconds, and 0:00 only when nothing is left', () => {
  expect([180_000, 125_000, 59_001, 1, 0, -5].map(clockText)).toEqual([
    '3:00',
    '2:05',
    '1:00',
    '0:01',
    '0:00',
    '0:00',
  ]);
});
