import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  endingSignals,
  exitCodes,
  exitCodesText,
  signalExitCode,
} from '../../src/cli/exitCodes.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const sentences = (text: string) => text.replaceAll(/\s+/g, ' ');

it('a signal’s exit code is 128 and its number', () => {
  expect(endingSignals.map(signalExitCode)).toEqual([129, 130, 131, 143]);
});

it('the help names every exit code, and the README has the same sentences', () => {
  const codes = [...Object.values(exitCodes), ...endingSignals.map(signalExitCode)];
  for (const code of codes) expect(exitCodesText).toMatch(new RegExp(`\\b${code}\\b`));
  const entries = [...sentences(exitCodesText).matchAll(/ (\d[\d, ]*) ([A-Z][^.]*\.)/g)];
  expect(entries).toHaveLength(5);
  for (const [, number, sentence] of entries) {
    expect(sentences(readme)).toContain(`| ${number} | ${sentence}`);
  }
});
