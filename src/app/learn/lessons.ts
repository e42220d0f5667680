import { readNotebook } from '../../notebook/notebookFile.ts';
import { countGoals } from '../../state/notebook/progress.ts';

/** A notebook that comes with Edgewise. */
export interface Lesson {
  /** Its name in addresses: that of its file, without the number of its place. */
  readonly name: string;
  readonly title: string;
  /** The first paragraph below its title: what it is about. */
  readonly summary: string;
  /** The paragraph after that: what the reader can do afterwards, and how long it takes. */
  readonly outcome: string;
  /** Goals that it sets. */
  readonly goals: number;
  /** Cells that it has. */
  readonly cells: number;
  /** The text of its file. */
  readonly text: string;
  /** The text of an SVG: what it makes, as the build has seen it. Empty where that is no network. */
  readonly picture: string;
}

const files = import.meta.glob<string>('../../../notebooks/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const pictures = import.meta.glob<string>('../../../notebooks/*.html', {
  query: '?picture',
  import: 'default',
  eager: true,
});

/** In the order of their files' names. */
export const lessons: readonly Lesson[] = Object.entries(files)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => lessonOf(path, text));

function lessonOf(path: string, text: string): Lesson {
  const name = path.replace(/^.*\/(?:\d+-)?|\.html$/g, '');
  const { title, cells } = readNotebook(text);
  const [, summary = '', outcome = ''] = cells[0]?.value.split(/\n{2,}/) ?? [];
  return {
    name,
    title,
    summary: plain(summary),
    outcome: plain(outcome),
    goals: countGoals(text),
    cells: cells.length,
    text,
    picture: pictures[path] ?? '',
  };
}

/** Without the marks of Markdown. */
function plain(paragraph: string): string {
  return paragraph.replace(/\s+/g, ' ').replace(/[*_`]/g, '');
}
