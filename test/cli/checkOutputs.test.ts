import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOutputs } from '../../src/cli/checkOutputs.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

function check(
  folder: string,
  names: { readonly save?: string; readonly predictions?: string },
  input = 'a.csv',
): void {
  const outputs = Object.entries(names).map(([option, name]) => {
    return { option, name, path: join(folder, name), makesFolders: option === 'save' };
  });
  checkOutputs(outputs, [{ name: input, path: join(folder, input) }]);
}

describe('checkOutputs', () => {
  it('accepts files that have nothing to do with each other', () => {
    const folder = temporaryFolder({ 'a.csv': '', 'b.csv': '' });
    expect(() => check(folder, { save: 'm/model.json', predictions: 'b.csv' })).not.toThrow();
    expect(() => check(folder, { save: 'm', predictions: 'm2' })).not.toThrow();
  });

  it('refuses an output over an input, by whatever name', () => {
    const folder = temporaryFolder({ 'a.csv': '' });
    mkdirSync(join(folder, 'sub'));
    symlinkSync('a.csv', join(folder, 'symbolic'));
    linkSync(join(folder, 'a.csv'), join(folder, 'hard'));
    for (const predictions of ['a.csv', './sub/../a.csv', 'symbolic', 'hard']) {
      expect(() => check(folder, { predictions })).toThrow(
        '--predictions: expected another place, because a.csv holds samples.',
      );
    }
    expect(() => check(folder, { save: 'a.csv' }, 'symbolic')).toThrow(
      '--save: expected another place, because symbolic holds samples.',
    );
  });

  it('leaves it to the reader to say that an input leads nowhere', () => {
    const folder = temporaryFolder();
    symlinkSync('loop', join(folder, 'loop'));
    expect(() => check(folder, { save: 'b' }, 'loop')).not.toThrow();
    expect(() => check(folder, { save: 'b' }, 'none')).not.toThrow();
  });

  it('refuses two outputs at one place, and one where the other needs a folder', () => {
    const folder = temporaryFolder({ 'c/model.json': '' });
    symlinkSync('c', join(folder, 'd'));
    const refused = (save: string, predictions: string) => {
      expect(() => check(folder, { save, predictions })).toThrow(
        `--predictions: expected another place, because --save writes ${save}.`,
      );
    };
    refused('c/model.json', 'c/model.json');
    refused('c/model.json', 'd/model.json');
    refused('new', 'new');
    refused('new/model.json', 'new');
  });
});
