import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activationNamed, activations } from '../src/learning/activations/activations.ts';
import { evaluate } from '../src/learning/evaluation/evaluate.ts';
import { metrics } from '../src/learning/evaluation/metrics.ts';
import type { Hyperparameters } from '../src/learning/hyperparameter.ts';
import { withDefaults } from '../src/learning/hyperparameter.ts';
import { initializerNamed, initializers } from '../src/learning/initializers/initializers.ts';
import { addPenalties } from '../src/learning/network/addPenalties.ts';
import { applyDropout } from '../src/learning/network/applyDropout.ts';
import { clipToNorm } from '../src/learning/network/clipToNorm.ts';
import { createDenseLayers } from '../src/learning/network/denseLayer.ts';
import { createRandom } from '../src/learning/random.ts';
import { ReferenceNetwork } from '../src/learning/referenceNetwork.ts';
import { scheduleNamed, schedules } from '../src/learning/schedules/schedules.ts';
import { updaterNamed, updaters } from '../src/learning/updaters/updaters.ts';
import { follow, wavyGradients } from './learning/updaters/follow.ts';
import { smallSpecification } from './support/networks.ts';
import { libraryRules, type MakeRule } from './support/otherLibraries.ts';
import { expectClose } from './support/tolerance.ts';

const libraries = ['PyTorch', 'Keras', 'scikit-learn'] as const;

interface Row {
  readonly name: string;
  /** What stands before the arrow of the example: names with their numbers. */
  readonly given: Readonly<Record<string, readonly number[]>>;
  /** All numbers behind the arrow, or of an example without one. */
  readonly result: readonly number[];
  /** By library: `=`, `≈` or `–`. */
  readonly signs: Readonly<Record<string, string>>;
}

const page = readFileSync(new URL('../docs/conventions.md', import.meta.url), 'utf8');

/** The rows of the table below that heading. */
function table(heading: string): readonly Row[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const [, name = '', , example = '', ...others] = line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll('`', '').trim());
    const [before = '', after = before] = example.split(' → ');
    const given = [...before.matchAll(/(\w+)=([-\d.,]+)/g)].map(([, key = '', text = '']) => [
      key,
      text.split(',').map(Number),
    ]);
    const numbers = after.replace(/class 1/, '').matchAll(/-?\d+(\.\d+)?/g);
    const signs = libraries.map((library, i) => [library, others[i]?.charAt(0)]);
    return {
      name,
      given: Object.fromEntries(given) as Row['given'],
      result: [...numbers].map(([text]) => Number(text)),
      signs: Object.fromEntries(signs) as Row['signs'],
    };
  });
}

/** The first number of that name in the example. */
function one({ given }: Row, name: string): number {
  return given[name]?.[0] ?? NaN;
}

/** The numbers of the example as hyperparameters. */
function numbersOf({ given }: Row): Hyperparameters {
  return Object.fromEntries(Object.entries(given).map(([name, [value = NaN]]) => [name, value]));
}

/** The example has six digits. */
function expectExample({ result }: Row, numbers: readonly number[]): void {
  expectClose(numbers, result, { absolute: 6e-7, relative: 0 });
}

function names(rows: readonly { readonly name: string }[]): string[] {
  return rows.map(({ name }) => name);
}

it.each([
  ['Updaters', updaters],
  ['Metrics', metrics],
  ['Initializers', initializers],
  ['Schedules', schedules],
  ['Activations', activations],
])('%s: the table has a row for each, in their order', (heading, family) => {
  expect(names(table(heading))).toEqual(names(family));
});

it('every row says of every library whether it can be had there', () => {
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
  expect(headings).toHaveLength(7);
  for (const row of headings.flatMap(table)) {
    for (const library of libraries) {
      expect(['=', '≈', '–'], `${row.name}, ${library}`).toContain(row.signs[library]);
    }
  }
});

describe('updaters', () => {
  const rows = table('Updaters');
  const hyperparametersOf = (row: Row) =>
    withDefaults(updaterNamed(row.name).hyperparameters, numbersOf(row));

  it.each(rows)('$name gives the example', (row) => {
    const { g = [] } = row.given;
    const updater = updaterNamed(row.name);
    const known = updater.hyperparameters.map(({ name }) => [name, one(row, name)] as const);
    const after = follow(updater, g, one(row, 'rate'), Object.fromEntries(known));
    expect(row.result).toHaveLength(2);
    expectExample(row, after);
  });

  const pairs = rows.flatMap((row) =>
    libraries.map((library) => ({ name: row.name, library, row })),
  );

  it.each(pairs)('$name agrees with $library as the table says', ({ name, library, row }) => {
    const rule = libraryRules[library]?.[name];
    const signs = { same: '=', 'same without ε': '≈' };
    expect(row.signs[library]).toBe(rule ? signs[rule.agreement] : '–');
    if (!rule) return;
    const rate = one(row, 'rate');
    const difference = (epsilon: number, theirEpsilon = epsilon) => {
      const hyperparameters = { ...hyperparametersOf(row), epsilon };
      const ours = follow(updaterNamed(name), wavyGradients, rate, hyperparameters);
      const theirs = walk(rule.make, rate, { ...hyperparameters, epsilon: theirEpsilon });
      return Math.max(...ours.map((w, i) => Math.abs(w - (theirs[i] ?? NaN))));
    };
    if (rule.agreement === 'same') {
      expect(difference(0.1)).toBeLessThan(1e-12);
      return;
    }
    expect(difference(1e-10, 0)).toBeLessThan(1e-6);
    // Otherwise the table could say that they are the same.
    expect(difference(0.1)).toBeGreaterThan(1e-3);
  });
});

/** The parameter after each gradient, from 1 on, as in `follow`. */
function walk(make: MakeRule, rate: number, hyperparameters: Hyperparameters): number[] {
  const rule = make(rate, hyperparameters);
  let w = 1;
  return wavyGradients.map((g, i) => (w = rule(w, g, i + 1)));
}

describe('metrics', () => {
  const blue = [0.2, 0.6, 0.7, 0.4, 0.9];
  const probabilities = Float32Array.from(blue.flatMap((p) => [1 - p, p]));
  const evaluation = evaluate(probabilities, Uint8Array.of(0, 0, 1, 1, 1), 2);
  /** From TP = 2, FP = 1, FN = 1, TN = 1, and from the probabilities. */
  const worked: Readonly<Record<string, readonly number[]>> = {
    accuracy: [3 / 5],
    precision: [2 / 3, (2 / 3 + 1 / 2) / 2],
    recall: [2 / 3, (2 / 3 + 1 / 2) / 2],
    f1: [4 / 6, (4 / 6 + 2 / 4) / 2],
    mcc: [(2 * 1 - 1 * 1) / Math.sqrt(3 * 3 * 2 * 2)],
    falsePositiveRate: [1 / 2],
    falseNegativeRate: [1 / 3],
    logLoss: [-Math.log(0.8 * 0.4 * 0.7 * 0.4 * 0.9) / 5],
    brier: [(0.2 ** 2 + 0.6 ** 2 + 0.3 ** 2 + 0.6 ** 2 + 0.1 ** 2) / 5],
    areaUnderRoc: [5 / 6],
    areaUnderPrecisionRecall: [(1 + 1 + 3 / 4) / 3],
  };

  it.each(table('Metrics'))('$name gives the example', (row) => {
    const metric = metrics.find(({ name }) => name === row.name);
    if (!metric) throw new Error('There is no such metric.');
    const macro = metric.scope === 'class' ? [evaluation.macro(metric.name)] : [];
    const values = [evaluation.value(metric.name), ...macro];
    expectExample(row, values);
    expectExample(row, worked[row.name] ?? []);
  });
});

it('the loss gives the example', () => {
  const [row] = table('Loss');
  if (!row) throw new Error('There is no row.');
  // Without weights the logits are the biases.
  const logits = row.given.z ?? [];
  const reference = new ReferenceNetwork(smallSpecification({ hidden: [] }), [
    0,
    0,
    0,
    0,
    ...logits,
  ]);
  const labels = Uint8Array.from(row.given.label ?? []);
  reference.load('training', { points: new Float32Array(2), labels });
  expectExample(row, [reference.loss('training')]);
  expectExample(row, [Math.log(Math.exp(1) + Math.exp(3)) - 1]);
});

describe('initializers', () => {
  const worked: Readonly<Record<string, number>> = {
    xavier: Math.sqrt(2 / (3 + 5)),
    he: Math.sqrt(2 / 8),
    uniform: 1 / Math.sqrt(4) / Math.sqrt(3),
    zeros: 0,
  };

  it.each(table('Initializers'))('$name has the deviation of the example', (row) => {
    const { weight } = initializerNamed(row.name);
    const random = createRandom(1);
    const draws = Array.from({ length: 100_000 }, () =>
      weight(random, one(row, 'inputs'), one(row, 'outputs')),
    );
    const squares = draws.reduce((sum, draw) => sum + draw * draw, 0);
    // Of 100,000 draws the deviation is uncertain by less than 0.3 %.
    const deviation = Math.sqrt(squares / draws.length);
    expectClose([deviation], row.result, { absolute: 0, relative: 0.01 });
    expectExample(row, [worked[row.name] ?? NaN]);
    // A distribution that is cut at two deviations has none of these.
    const far = draws.filter((draw) => Math.abs(draw) > 3 * deviation).length;
    expect(far > 0).toBe(row.name === 'xavier' || row.name === 'he');
  });
});

describe('penalties, clipping and dropout', () => {
  const rows = table('Penalties, clipping and dropout');
  const row = (name: string) => {
    const found = rows.find((each) => each.name === name);
    if (!found) throw new Error(`There is no row "${name}".`);
    return found;
  };

  it('have a row each', () => {
    expect(names(rows)).toEqual(['l1', 'l2', 'clipping', 'dropout']);
  });

  it.each([
    ['l1', 0.1 + 0.2],
    ['l2', 0.1 + 0.2 * 0.5],
  ])('%s gives the example for a weight, and leaves a bias alone', (name, worked) => {
    const { w = [], g = [] } = row(name).given;
    const strength = (penalty: string) => one(row(name), penalty) || 0;
    const shapes = [{ inputs: 1, outputs: 1, weights: 0, biases: 1 }];
    const parameters = Float64Array.from([...w, ...w]);
    const gradient = Float64Array.from([...g, ...g]);
    addPenalties({ shapes, parameters, gradient }, strength('l1'), strength('l2'));
    expectExample(row(name), [gradient[0] ?? NaN]);
    expectExample(row(name), [worked]);
    expect(gradient[1]).toBe(0.1);
  });

  it('clipping gives the example', () => {
    const gradient = Float64Array.from(row('clipping').given.g ?? []);
    clipToNorm(gradient, one(row('clipping'), 'clipping'));
    expectExample(row('clipping'), Array.from(gradient));
    expectExample(row('clipping'), [3 / 5, 4 / 5]);
  });

  it('dropout gives the example', () => {
    const { result } = row('dropout');
    const [layer] = createDenseLayers([{ inputs: 1, outputs: 100, weights: 0, biases: 100 }]);
    if (!layer) throw new Error('There is no layer.');
    layer.outputs.fill(one(row('dropout'), 'a'));
    applyDropout(layer, { dropout: one(row('dropout'), 'dropout'), seed: 1, firstRow: 0 }, 1);
    expect([...new Set(layer.outputs.slice(0, 100))].sort()).toEqual(result);
    expect(result).toEqual([0, 2 / (1 - 0.5)]);
  });
});

describe('schedules', () => {
  const worked: Readonly<Record<string, number>> = {
    constant: 1,
    step: 0.5 ** 2,
    cosine: 0.01 + 0.99 / 2,
    exponential: 0.97 ** 10,
  };

  it.each(table('Schedules'))('$name gives the example', (row) => {
    const { factor } = scheduleNamed(row.name);
    expectExample(row, [factor(numbersOf(row), one(row, 'epoch'))]);
    expectExample(row, [worked[row.name] ?? NaN]);
  });
});

describe('activations', () => {
  const worked: Readonly<Record<string, number>> = {
    relu: 0,
    tanh: (Math.exp(-2) - 1) / (Math.exp(-2) + 1),
    sigmoid: 1 / (1 + Math.E),
    linear: -1,
    leakyRelu: -0.01,
    elu: 1 / Math.E - 1,
    softplus: Math.log(1 + 1 / Math.E),
    swish: -1 / (1 + Math.E),
    gelu: -0.5 * (1 - Math.tanh(Math.sqrt(2 / Math.PI) * 1.044715)),
    sine: -Math.sin(1),
  };

  it.each(table('Activations'))('$name gives the example', (row) => {
    expectExample(row, [activationNamed(row.name).value(-1)]);
    expectExample(row, [worked[row.name] ?? NaN]);
  });
});
