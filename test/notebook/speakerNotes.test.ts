import { expect, it } from 'vitest';
import { speakerNotes } from '../../src/notebook/speakerNotes.ts';

it.each([
  ['# A\n\n<!-- notes Ask first.\nThen press Train. -->', 'Ask first.\nThen press Train.'],
  ['<!--Notes: one -->\ntext\n<!-- notes\ntwo\n-->', 'one\n\ntwo'],
  ['<!-- another comment -->\nnotes', ''],
  ['<!-- notesworthy -->', ''],
  ['<!-- notes not closed', ''],
])('finds what is for the speaker in %j', (text, notes) => {
  expect(speakerNotes(text)).toBe(notes);
});
