import { expect, it } from 'vitest';
import { optionNames, readTrainerOptions } from '../../../src/elements/trainerOptions.ts';
import { readNotebook } from '../../../src/notebook/notebookFile.ts';
import { defaultSettings } from '../../../src/state/experiment/settings.ts';
import {
  experimentNotebook,
  trainerOptions,
} from '../../../src/state/notebook/experimentNotebook.ts';
import { readSettings, writeSettings } from '../../../src/state/page/address/settingsText.ts';

const links = [
  'data=linear',
  'data=moon&hidden=8,4&rate=0.03&updater=adam',
  'data=saturn&hidden=none&features=x,y,xx&weight-decay=0.001&engine=simd&threshold=0.3',
  'data=xor&hidden=3&activation=tanh&speed=60/s&hide=network&seed=7',
  'nonsense=1&hidden=4',
];

it.each(links)('has the same settings as a trainer: %s', (link) => {
  const code = trainerOptions(link);
  expect(code).not.toContain('hide');
  const options = Object.fromEntries(
    code
      .trim()
      .split(',\n')
      .filter(Boolean)
      .map((line) => {
        const [, name = '', value = ''] = /^\s*(\w+): (.*)$/.exec(line) ?? [];
        return [name, JSON.parse(value) as string | number | number[]];
      }),
  );
  expect(optionNames).toEqual(expect.arrayContaining(Object.keys(options)));
  const { settings } = readSettings(link.replace('&hide=network', ''));
  expect(writeSettings(readTrainerOptions(options, defaultSettings))).toBe(writeSettings(settings));
});

it('makes a notebook of it', () => {
  const { cells, title } = readNotebook(experimentNotebook('data=moon&hidden=8,4'));
  expect(title).toBe('My experiment');
  expect(cells[2]?.value).toBe(
    'const net = display(trainer({\n  data: "moon",\n  hidden: [8, 4]\n}));',
  );
});
