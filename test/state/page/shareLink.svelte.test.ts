import { expect, it } from 'vitest';
import { hideable } from '../../../src/state/experiment/hideable.ts';
import { defaultSettings } from '../../../src/state/experiment/settings.ts';
import type { Settings } from '../../../src/state/experiment/settings.ts';
import { readSettings } from '../../../src/state/page/address/settingsText.ts';
import { ShareLink } from '../../../src/state/page/shareLink.svelte.ts';

const page = 'http://192.168.0.7:4173/';

it('leads to the same settings, never to the ones with which the page opens by itself', () => {
  const link = new ShareLink(() => defaultSettings, page);
  expect(link.text).toBe(`${page}#data=linear`);
  expect(readSettings(new URL(link.text).hash)).toEqual({
    settings: defaultSettings,
    problems: [],
  });
});

it('hides what was chosen, in the order of the page, and nothing on the page itself', () => {
  const link = new ShareLink(() => defaultSettings, page);
  for (const part of ['questions', 'data', 'loss'] as const) link.show(part, false);
  link.show('loss', true);
  expect(hideable.map(({ name }) => link.shows(name))).toEqual([
    ...[false, true, true, true, true, false],
  ]);
  const { settings } = readSettings(new URL(link.text).hash);
  expect(settings.display.hidden).toEqual(['data', 'questions']);
  expect(defaultSettings.display.hidden).toEqual([]);
});

it('begins with what the page hides, and follows its settings', () => {
  let settings: Settings = {
    ...defaultSettings,
    display: { ...defaultSettings.display, hidden: ['network'] },
  };
  const link = new ShareLink(() => settings, page);
  expect(link.shows('network')).toBe(false);
  settings = { ...settings, run: { engine: 'simd', stepsPerFrame: 1 } };
  expect(link.text).toBe(`${page}#engine=simd&speed=60/s&hide=network`);
});

it('says what it cannot hold', () => {
  const none = { points: new Float32Array(), labels: new Uint8Array() };
  const source = {
    kind: 'own',
    name: 'mine',
    samples: { training: none, evaluation: none },
  } as const;
  const settings = { ...defaultSettings, experiment: { ...defaultSettings.experiment, source } };
  const link = new ShareLink(() => settings, page);
  expect(link.missing.join()).toContain('"mine"');
  expect(link.text).toBe(`${page}#data=linear`);
});
