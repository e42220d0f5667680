import { formWords } from '../../learning/csv/describeForm.ts';
import { encodingOf } from '../../learning/csv/encodingOf.ts';
import type { FileChoice } from '../../learning/csv/fileForm.ts';
import {
  judged,
  judgedPart,
  previewTable,
  type TablePreview,
} from '../../learning/csv/previewTable.ts';
import { type ReadOptions, SampleReader } from '../../learning/csv/readSamples.ts';
import { SampleFileError } from '../../learning/csv/sampleFileError.ts';
import type { SampleTable } from '../../learning/csv/sampleTable.ts';
import { splitTable } from '../../learning/csv/splitTable.ts';
import { shownName } from '../../learning/quoted.ts';
import type { Samples } from '../../learning/samples.ts';
import type { OwnSource } from '../../learning/sampleSource.ts';
import { farFromUnitScale } from '../../learning/scaling/farFromUnitScale.ts';
import { fitScaling, type Points, scalePoints } from '../../learning/scaling/fitScaling.ts';

/** A file that the user gave: dropped, pasted or chosen. */
export interface GivenFile {
  readonly name: string;
  readonly content: Blob;
}

/** Samples that the page takes: a frame brings all their probabilities, and all are drawn. */
const mostSamples = 20_000;

/** Bytes that are read at once, so that no task of the page is long. */
const pieceSize = 32_768;

/** Of samples of a file, which are for evaluation is drawn from this seed. */
const splitSeed = 123;

/** How the samples of a file are used. */
export interface ImportChoice {
  readonly form: FileChoice;
  readonly skipIncomplete: boolean;
  /** The share of each class that is kept for evaluation where no file is given for that. */
  readonly share: number;
  /** Name in the table of scalings. */
  readonly scaling: string;
}

const firstChoice: ImportChoice = { form: {}, skipIncomplete: false, share: 0.2, scaling: 'none' };

/**
 * A file of samples on its way into an experiment: it is looked at first, then read whole. Nothing of
 * the experiment changes before all of it is read.
 */
export class FileImport {
  readonly #use: (own: OwnSource) => void;
  #file = $state.raw<GivenFile>();
  #evaluation = $state.raw<GivenFile>();
  #head = $state.raw('');
  #choice = $state.raw(firstChoice);
  #problem = $state('');
  #advice = $state('');
  #progress = $state.raw<number>();
  #reading = new AbortController();
  readonly #preview = $derived(
    this.#file && this.#head !== '' ? previewTable(this.#head, this.#choice.form) : undefined,
  );

  /** `use`: takes the samples once they are read. */
  constructor(use: (own: OwnSource) => void) {
    this.#use = use;
  }

  get file(): GivenFile | undefined {
    return this.#file;
  }

  get evaluation(): GivenFile | undefined {
    return this.#evaluation;
  }

  /** The first rows as they are understood; undefined until a file is there. */
  get preview(): TablePreview | undefined {
    return this.#preview;
  }

  get choice(): ImportChoice {
    return this.#choice;
  }

  /** Why the file cannot be used: lines of sentences; empty where nothing is wrong. */
  get problem(): string {
    const form = this.#preview?.form;
    if (form && 'problem' in form) {
      return `${shownName(this.#file?.name ?? '')}: ${form.problem}.`;
    }
    return this.#problem;
  }

  /** That the coordinates should be scaled: a sentence, or empty. */
  get advice(): string {
    return this.#choice.scaling === 'none' ? this.#advice : '';
  }

  /** The share of the file that has been read, 0 to 1; undefined while none is. */
  get progress(): number | undefined {
    return this.#progress;
  }

  /** Looks at a file; what was chosen for another one no longer counts. */
  async open(file: GivenFile): Promise<void> {
    this.cancel();
    const { signal } = this.#reading;
    const head = await this.#attempt(() => textOf(file.content.slice(0, 2 * judged)));
    if (signal.aborted) return;
    this.#choice = firstChoice;
    this.#evaluation = undefined;
    this.#advice = '';
    this.#file = file;
    this.#head = head ?? '';
    if (head === '') this.#problem = `${shownName(file.name)}: expected rows of samples, got none.`;
    this.#look();
  }

  /** Takes a second file to evaluate on, or none. */
  setEvaluation(file: GivenFile | undefined): void {
    this.#evaluation = file;
    this.#problem = '';
  }

  choose(change: Partial<ImportChoice>): void {
    this.#choice = { ...this.#choice, ...change };
    this.#problem = '';
  }

  /** Changes how the file is understood. */
  chooseForm(change: FileChoice): void {
    this.choose({ form: { ...this.#choice.form, ...change } });
    this.#look();
  }

  /** Reads all of it and gives its samples to the experiment. Returns whether it could. */
  async load(): Promise<boolean> {
    this.cancel();
    const table = await this.#attempt(() => this.#read(this.#file));
    if (!table) return false;
    const evaluation =
      this.#evaluation && (await this.#attempt(() => this.#read(this.#evaluation, table)));
    if (this.#evaluation && !evaluation) return false;
    this.#use(this.#sourceOf(table, evaluation));
    return true;
  }

  /** Stops reading; the experiment stays as it is. */
  cancel(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#progress = undefined;
    this.#problem = '';
  }

  /** What was recognised, and whether scaling is advised, as the head of the file shows it. */
  #look(): void {
    const form = this.#preview?.form;
    if (!form || 'problem' in form) return;
    const reader = new SampleReader('', { choice: this.#choice.form, skipIncomplete: true });
    reader.push(judgedPart(this.#head));
    try {
      this.#advice = farFromUnitScale(reader.end().points);
    } catch {
      this.#advice = ''; // its faults are told when all of it is read
    }
  }

  async #read(file: GivenFile | undefined, like?: SampleTable): Promise<SampleTable | undefined> {
    if (!file) return undefined;
    const { signal } = this.#reading;
    const { form: choice, skipIncomplete } = this.#choice;
    const options: ReadOptions = like ? { skipIncomplete, like } : { choice, skipIncomplete };
    const reader = new SampleReader(file.name, options);
    const { content } = file;
    const start = new Uint8Array(await content.slice(0, pieceSize).arrayBuffer());
    const decoder = new TextDecoder(encodingOf(start));
    for (let at = 0; at < content.size && !reader.gaveUp; at += pieceSize) {
      const piece = await content.slice(at, at + pieceSize).arrayBuffer();
      if (signal.aborted) return undefined;
      reader.push(decoder.decode(piece, { stream: true }));
      this.#progress = at / content.size;
    }
    reader.push(decoder.decode());
    const table = reader.end();
    const count = table.labels.length;
    if (count <= mostSamples) return table;
    throw new RangeError(
      `${shownName(file.name)}: expected at most ${mostSamples} samples on the page, got ${count}; the terminal takes more.`,
    );
  }

  #sourceOf(table: SampleTable, evaluation: SampleTable | undefined): OwnSource {
    const sets = evaluation
      ? { training: table, evaluation }
      : splitTable(table, this.#choice.share, splitSeed);
    const scaling = fitScaling(this.#choice.scaling, sets.training.points);
    const scaled = (set: { points: Points; labels: Uint8Array }): Samples => {
      return { points: scalePoints(set.points, scaling), labels: Uint8Array.from(set.labels) };
    };
    return {
      kind: 'own',
      name: table.fileName,
      samples: { training: scaled(sets.training), evaluation: scaled(sets.evaluation) },
      scaling: this.#choice.scaling === 'none' ? undefined : scaling,
      description: formWords(table),
    };
  }

  /** What a task comes to; undefined where it fails, and then the problem says why. */
  async #attempt<Result>(task: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await task();
    } catch (error) {
      const known = error instanceof SampleFileError || error instanceof RangeError;
      this.#problem = known
        ? error.message
        : 'The file could not be read: it was moved or changed, or this page may not read it.';
      return undefined;
    } finally {
      this.#progress = undefined;
    }
  }
}

async function textOf(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
