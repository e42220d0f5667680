import * as d3 from 'd3';
import { sampleRows } from '../elements/ownSamples.ts';
import { readTrainerOptions, type TrainerOptions } from '../elements/trainerOptions.ts';
import { samplesOf } from '../learning/sampleSource.ts';
import { type CellDefinition, compileCell } from '../notebook/compileCell.ts';
import type { Cell } from '../notebook/notebookFile.ts';
import { defaultSettings, type Settings } from '../state/experiment/settings.ts';
import { placeholder } from './placeholder.ts';

/**
 * The settings of the trainers that the cells make when they first run, in their order. There is no
 * page: what cells display is left out, and a cell that needs it ends where it does.
 * @throws RangeError with a sentence for an option of a trainer that cannot be used.
 * @throws SyntaxError if a cell cannot be read.
 */
export async function madeTrainers(cells: readonly Cell[]): Promise<readonly Settings[]> {
  const asked: TrainerOptions[] = [];
  const trainer = (options: TrainerOptions = {}) => {
    asked.push(options);
    return placeholder();
  };
  const edgewise = { ...edgewiseNames, trainer, samples };
  const importModule = (name: string) =>
    Promise.resolve(name === './edgewise.js' ? edgewise : (placeholder() as object));
  const definitions = cells
    .filter(({ mode }) => mode === 'js')
    .map((cell) => compileCell(cell, importModule));
  const values = new CellValues(definitions, { ...surroundings, d3 });
  for (const definition of definitions) {
    if (/\btrainer\(/.test(definition.body.toString()))
      await values.of(definition).catch(() => undefined);
  }
  return asked.map((options) => readTrainerOptions(options, defaultSettings));
}

/** As cells have it; see `edgewise.d.ts`. */
function samples(options: string | TrainerOptions = {}) {
  const named = typeof options === 'string' ? { data: options } : options;
  const { training, evaluation } = samplesOf(
    readTrainerOptions(named, defaultSettings).experiment.source,
  );
  return { training: sampleRows(training), evaluation: sampleRows(evaluation) };
}

const edgewiseNames = Object.fromEntries(
  ['guess', 'plot', 'controls', 'lossChart', 'statistics', 'confusionMatrix', 'roc']
    .concat('precisionRecall', 'networkDiagram', 'evaluate', 'stats')
    .map((name) => [name, placeholder()]),
);

/** An input with its first value. */
const firstValue = (...words: readonly unknown[]) => {
  const options: unknown = words.at(-1);
  return { value: fieldOf(options, 'value') };
};

/** What cells know without importing it, where it matters for the trainers that they make. */
const surroundings: Readonly<Record<string, unknown>> = {
  view: (input: { readonly value: unknown }) => input.value,
  Inputs: Object.fromEntries(
    ['button', 'checkbox', 'color', 'date', 'form', 'number', 'radio', 'range']
      .concat('select', 'table', 'text', 'textarea', 'toggle')
      .map((name) => [name, firstValue]),
  ),
};

/** The values of cells, each computed once and only where another one asks for it. */
class CellValues {
  readonly #builtins: Readonly<Record<string, unknown>>;
  readonly #makers = new Map<string, CellDefinition>();
  readonly #values = new Map<CellDefinition, Promise<unknown>>();

  constructor(definitions: readonly CellDefinition[], builtins: Readonly<Record<string, unknown>>) {
    this.#builtins = builtins;
    for (const definition of definitions) {
      const { output, outputs = [] } = definition;
      for (const name of output === undefined ? outputs : [output])
        this.#makers.set(name, definition);
    }
  }

  of(definition: CellDefinition): Promise<unknown> {
    const value = this.#values.get(definition) ?? this.#compute(definition);
    this.#values.set(definition, value);
    return value;
  }

  async #compute({ body, inputs = [] }: CellDefinition): Promise<unknown> {
    const values = await Promise.all(inputs.map((name) => this.#named(name)));
    return (body as (...values: unknown[]) => unknown)(...values);
  }

  async #named(name: string): Promise<unknown> {
    const maker = this.#makers.get(name);
    if (!maker) return this.#builtins[name] ?? placeholder();
    const value = await this.of(maker);
    return maker.output === undefined ? fieldOf(value, name) : value;
  }
}

/** Undefined where there is none: cells have no types. */
function fieldOf(value: unknown, name: string): unknown {
  return (Object(value) as Readonly<Record<string, unknown>>)[name];
}
