import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { lessonPictures } from '../../../src/cli/build/lessonPictures.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Builds a page that shows the picture of a notebook with this text. */
async function built(text: string): Promise<string> {
  const root = temporaryFolder({
    'main.js': "import picture from './lesson.html?picture';\nconsole.log(picture);\n",
    'lesson.html': text,
    'maker.js': `export async function lessonPicture(text) {
      if (text.includes('broken')) throw new Error('no such thing');
      return '<svg>' + text.trim() + '</svg>';
    }`,
  });
  const maker = join(root, 'maker.js');
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [lessonPictures(maker, () => ({ root }))],
    build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code;
}

it('puts the picture of a notebook into the page', async () => {
  expect(await built('two moons')).toContain('<svg>two moons</svg>');
});

it('fails the build of a notebook whose picture cannot be made, and names it', async () => {
  await expect(built('broken')).rejects.toThrow(
    /lesson\.html: its picture cannot be made: no such thing/,
  );
});
