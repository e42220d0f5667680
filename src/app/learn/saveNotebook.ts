import { writeOnePage } from '../../notebook/onePage.ts';
import { download } from '../../views/evaluation/download.ts';

/** How a notebook can be saved. */
export type SaveForm = 'file' | 'pair' | 'page';

/** The ways to save a notebook, and what each is good for. */
export const saveForms = [
  {
    form: 'page',
    label: 'As a page that runs by itself',
    about: 'One file that opens with a double click, without Edgewise and without a network.',
  },
  {
    form: 'file',
    label: 'As a notebook file',
    about: 'Small, and readable as text. It opens here again.',
  },
  {
    form: 'pair',
    label: 'As a notebook file with edgewise.js',
    about:
      'Two files for the same folder, for Observable Notebook Kit. Your browser may ask whether this page may save both.',
  },
] as const satisfies readonly { form: SaveForm; label: string; about: string }[];

/** A notebook to be saved; `name` is that of its file, without the ending. */
interface Saved {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Hands the notebook to the user: its file, the file with the `edgewise.js` that it needs elsewhere, or
 * one page that runs by itself.
 * @throws Error if what is saved with it cannot be fetched, or the browser lets the page save no files.
 */
export async function saveNotebook({ name, title, text }: Saved, form: SaveForm): Promise<void> {
  const file = { name: `${name}.html`, content: new Blob([text], { type: 'text/html' }) };
  if (form === 'file') {
    download([file]);
    return;
  }
  const [edgewise, licences] = await Promise.all([
    part('export/edgewise.txt'),
    part('../third-party-licences.txt'),
  ]);
  if (form === 'pair') {
    const script = `/*\n${licences.replaceAll('*/', '* /')}*/\n${edgewise}`;
    const content = new Blob([script], { type: 'text/javascript' });
    download([file, { name: 'edgewise.js', content }]);
    return;
  }
  const player = await part('export/player.txt');
  const page = writeOnePage(title, { notebook: text, edgewise, player, licences });
  download([{ name: `${name}-page.html`, content: new Blob([page], { type: 'text/html' }) }]);
}

/** A text of the build, by its address from the page of the notebooks. */
async function part(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`"${path}" could not be fetched (${response.status})`);
  return response.text();
}
