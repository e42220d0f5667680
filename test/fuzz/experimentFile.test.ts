import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  ExperimentFileError,
  type KeptExperiment,
} from '../../src/learning/experimentFile/experimentFile.ts';
import { readExperimentFile } from '../../src/learning/experimentFile/readExperimentFile.ts';
import { writeExperimentFile } from '../../src/learning/experimentFile/writeExperimentFile.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText, hostileValue, machineWords, showable } from '../support/hostile.ts';
import { fields, ownExperiment } from '../support/experimentFiles.ts';

const sound = writeExperimentFile(ownExperiment());
const paths = pathsOf(JSON.parse(sound));

/** Not one that a list has itself. */
const fieldName = hostileText
  .map((text) => text.replaceAll('.', ''))
  .filter((text) => text !== 'length');

function readOrRefuse(text: string): KeptExperiment | undefined {
  try {
    return readExperimentFile(text);
  } catch (error) {
    if (!(error instanceof ExperimentFileError)) throw error;
    expect(error.message).toMatch(showable);
    expect(error.message).not.toMatch(machineWords);
    expect(error.message).toMatch(/^[\p{L}\w.[\]?, -]+: (.*: )?expected /u);
    return undefined;
  }
}

/** What was read is written and read again as the same. */
function check(text: string) {
  const read = readOrRefuse(text);
  if (read) expect(readExperimentFile(writeExperimentFile(read))).toEqual(read);
}

describe('the file of an experiment from outside, whatever it holds,', () => {
  fuzz(
    'is read, or refused by the name of a field, with a field of another value or name',
    {
      seed: 110,
      inputs: fc.tuple(
        fc.constantFrom(...paths),
        fc.oneof(hostileValue, hostileText).map(asJson),
        fieldName,
      ),
    },
    ([path, value, name]) => {
      check(fields(sound).set(path, value));
      check(
        fields(sound).set(
          path.replace(/[^.]*$/, () => name),
          value,
        ),
      );
    },
  );

  fuzz(
    'is read, or refused by the name of a field, with other signs in its text',
    {
      seed: 111,
      inputs: fc.tuple(fc.nat(sound.length), fc.nat(12), hostileText),
    },
    ([from, length, inserted]) => {
      check(sound.slice(0, from) + inserted + sound.slice(from + length));
    },
  );
});

/** What a file can hold. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return 0; // such as a bigint, which no file holds
  }
}

function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, path === '' ? key : `${path}.${key}`),
  );
  return path === '' ? below : [path, ...below];
}
