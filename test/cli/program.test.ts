import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodesText } from '../../src/cli/exitCodes.ts';
import { runProgram } from '../../src/cli/program.ts';
import { articleRecipe } from '../../src/learning/configuration.ts';
import { loadModel, predictWith } from '../support/loadLayersModel.ts';
import { readBack } from '../support/readBack.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { TerminalDouble } from '../support/terminalDouble.ts';

const data = resolve(import.meta.dirname, '../../data');
const read = (name: string) => readFileSync(join(data, name), 'utf8');
const linear = ['linear-train.csv', 'linear-eval.csv'] as const;

/** The samples of `linear`, as a.csv and b.csv, and what else is given. */
function folderWithSamples(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({ 'a.csv': read(linear[0]), 'b.csv': read(linear[1]), ...files });
}

function run(folder: string, line: string) {
  return runWords(folder, line.split(' ').filter(Boolean));
}

async function runWords(folder: string, words: readonly string[]) {
  const terminal = new TerminalDouble(folder);
  const code = await runProgram(words, terminal);
  return { code, written: terminal.written, complained: terminal.complained };
}

interface Scores {
  readonly class1: number;
  readonly macro: number;
}

interface SetReport {
  readonly samples: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly precision: Scores;
  readonly recall: Scores;
  readonly f1: Scores;
  readonly mcc: number;
  readonly auc: number | null;
  readonly confusion: number[][];
}

interface Report {
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly steps: number;
  readonly seconds: number;
  readonly train: SetReport;
  readonly evaluation: SetReport | null;
}

async function report(folder: string, line: string): Promise<Report> {
  const { code, written, complained } = await run(folder, `${line} --json`);
  expect([code, complained]).toEqual([0, '']);
  return JSON.parse(written) as Report;
}

describe('edgewise train', () => {
  it('prints the article’s words, then the statistics', async () => {
    const { code, written, complained } = await run(
      folderWithSamples(),
      'train a.csv --eval b.csv',
    );
    expect([code, complained]).toEqual([0, '']);
    const lines = written.split('\n');
    expect(lines.slice(0, 8)).toEqual([
      'a.csv: 1000 samples, with commas; label in column 1 (0 is red, 1 is blue), x in column 2, y in column 3.',
      'b.csv: 200 samples, with commas; label in column 1 (0 is red, 1 is blue), x in column 2, y in column 3.',
      'training model…',
      'Running iteration #600',
      'evaluating model…',
      'model evaluation result',
      '',
      'b.csv',
    ]);
    expect(written).toMatch(/# of classes: +2\n # of samples: +200\n Accuracy: +1\.0000/);
    expect(written).toMatch(/Confusion matrix/);
    expect(written).toMatch(/On a\.csv: accuracy 0\.\d{4}, log loss 0\.\d{4}\.\n600 steps in/);
  });

  it('draws a data set as it is in its files, and describes the recipe', async () => {
    const fromFiles = await report(folderWithSamples(), 'train a.csv --eval b.csv');
    const drawn = await report(temporaryFolder({}), 'train --data linear');
    const { train, evaluation, steps } = fromFiles;
    expect(drawn).toMatchObject({ train, evaluation, steps });
    expect(drawn.configuration.data).toEqual(articleRecipe);
    const { written } = await run(temporaryFolder({}), 'train --data linear --evaluation 0');
    expect(written).toContain('\nthe training set of linear\n');
    expect(written).toContain('On the training set of linear: accuracy');
  });

  it('tells the loss of the logits, in JSON and in text', async () => {
    // From zeros one step with both samples: w = ∓0.01·(2e6 − 1e6)/4 = ∓2,500 for x, biases 0.
    // The logits of the first are −2.5e9 and 2.5e9, so that it costs 5e9, and the second nothing.
    const folder = temporaryFolder({ 'far.csv': '0,1000000,0\n1,2000000,0\n' });
    const line = 'train far.csv --hidden none --init zeros --updater sgd --rate 0.01 --epochs 1';
    const { written, complained } = await run(folder, `${line} --json`);
    expect((JSON.parse(written) as Report).train.loss).toBeCloseTo(2.5e9, -2);
    expect((await run(folder, line)).written).toMatch(/Log loss: +2500000000\.0000/);
    expect(complained).toBe(
      'This is far from unit scale, where a network learns badly: x has mean 1500000 and standard ' +
        'deviation 500000. Try --scale standard.\n',
    );
  });

  it('describes the run in one JSON object', async () => {
    const line = 'train a.csv --eval b.csv --hidden 8,4 --activation tanh --epochs 5 --batch 30';
    const { configuration, steps, seconds, train, evaluation } = await report(
      folderWithSamples(),
      line,
    );
    expect(configuration).toEqual({
      data: { train: 'a.csv', evaluation: 'b.csv' },
      network: {
        features: ['x', 'y'],
        hidden: [
          { units: 8, activation: 'tanh' },
          { units: 4, activation: 'tanh' },
        ],
        classes: 2,
        initializer: 'xavier',
        seed: 123,
      },
      training: {
        updater: 'nesterovs',
        hyperparameters: { momentum: 0.9 },
        rate: 0.01,
        schedule: 'constant',
        scheduleHyperparameters: {},
        batchSize: 30,
        l1: 0,
        l2: 0,
        dropout: 0,
        clipping: 0,
        frozen: [],
        cut: [],
      },
      stopping: { epochs: 5, loss: 0, accuracy: 0, plateau: 0 },
    });
    // 1000 samples in batches of 30: 33 and one of 10.
    expect(steps).toBe(5 * 34);
    expect(seconds).toBeGreaterThan(0);
    expect([train.samples, evaluation?.samples]).toEqual([1000, 200]);
  });

  it('reports the same scores as a count of the saved predictions', async () => {
    const folder = folderWithSamples();
    // Few steps, so that mistakes are left to count.
    const { evaluation } = await report(
      folder,
      'train a.csv --eval b.csv --epochs 2 --rate 0.002 --predictions p.csv',
    );
    const [header, ...rows] = readFileSync(join(folder, 'p.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('label,probability');
    const predictions = rows.map((row) => {
      const [label = NaN, p = NaN] = row.split(',').map(Number);
      return { label, p };
    });
    expect(predictions.map(({ label }) => label)).toEqual([...readBack(read(linear[1])).labels]);

    const count = (actual: number, predicted: number) =>
      predictions.filter(({ label, p }) => label === actual && (p >= 0.5 ? 1 : 0) === predicted)
        .length;
    const [tn, fp, fn, tp] = [count(0, 0), count(0, 1), count(1, 0), count(1, 1)];
    expect(Math.min(tn, fp, fn, tp)).toBeGreaterThan(0);
    type ByClass = readonly [number, number];
    const precision: ByClass = [tn / (tn + fn), tp / (tp + fp)];
    const recall: ByClass = [tn / (tn + fp), tp / (tp + fn)];
    const harmonic = (a: number, b: number) => (2 * a * b) / (a + b);
    const f1: ByClass = [harmonic(precision[0], recall[0]), harmonic(precision[1], recall[1])];
    const mean = ([first, second]: ByClass) => (first + second) / 2;
    const loss = predictions.map(({ label, p }) => -Math.log(label === 1 ? p : 1 - p));
    const of = (wanted: number) => predictions.filter(({ label }) => label === wanted);
    const pairs = of(1).flatMap(({ p }) =>
      of(0).map(({ p: q }): number => (p > q ? 1 : p === q ? 0.5 : 0)),
    );
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

    expect(evaluation?.confusion).toEqual([
      [tn, fp],
      [fn, tp],
    ]);
    expect(evaluation?.accuracy).toBeCloseTo((tn + tp) / 200, 12);
    expect(evaluation?.precision.class1).toBeCloseTo(precision[1], 12);
    expect(evaluation?.precision.macro).toBeCloseTo(mean(precision), 12);
    expect(evaluation?.recall.class1).toBeCloseTo(recall[1], 12);
    expect(evaluation?.recall.macro).toBeCloseTo(mean(recall), 12);
    expect(evaluation?.f1.class1).toBeCloseTo(f1[1], 12);
    expect(evaluation?.f1.macro).toBeCloseTo(mean(f1), 12);
    expect(evaluation?.mcc).toBeCloseTo(
      (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)),
      12,
    );
    // 1 − p and the probability of class 0 differ in the last digit of single precision.
    expect(evaluation?.loss).toBeCloseTo(sum(loss) / 200, 5);
    expect(evaluation?.auc).toBeCloseTo(sum(pairs) / pairs.length, 12);
  });

  it('gives the same for the same seed but for the seconds, and another for another', async () => {
    const folder = folderWithSamples();
    const result = async (seed: number) => {
      const line = `train a.csv --eval b.csv --epochs 3 --dropout 0.2 --seed ${seed}`;
      return { ...(await report(folder, line)), seconds: 0 };
    };
    const first = await result(5);
    expect(await result(5)).toEqual(first);
    expect((await result(6)).train.loss).not.toBe(first.train.loss);
  });

  it('evaluates on the training set where there is no other', async () => {
    const folder = folderWithSamples();
    expect((await report(folder, 'train a.csv')).evaluation).toBeNull();
    const { written } = await run(folder, 'train a.csv');
    expect(written).toMatch(/model evaluation result\n\na\.csv\n[^]*# of samples: +1000/);
  });

  it('takes as many classes as there are labels in the first file', async () => {
    const folder = folderWithSamples({
      'three.csv': '0,0.5,0\n1,1,0.5\n2,0,1\n',
      'two.csv': '0,0,0\n1,1,1\n',
      'one.csv': '0,0.5,0.25\n0,1,1.5\n',
    });
    const classes = async (line: string) => {
      const { configuration, train } = await report(folder, `train ${line} --epochs 1`);
      return [configuration.network, train.confusion.length];
    };
    expect(await classes('three.csv')).toMatchObject([{ classes: 3 }, 3]);
    expect(await classes('one.csv')).toMatchObject([{ classes: 2 }, 2]);
    expect((await report(folder, 'train one.csv --epochs 1')).train.auc).toBeNull();
  });

  it('takes the classes of a data set, also where none of its samples has the last one', async () => {
    const line =
      'train --data target --training 10 --evaluation 0 --balance 0.05 --data-seed 1 --epochs 1';
    const { configuration, train } = await report(temporaryFolder({}), line);
    expect(configuration.network).toMatchObject({ classes: 3 });
    expect(train.confusion.at(-1)).toEqual([0, 0, 0]);
  });

  it('learns scaled samples, and saves a model that takes what the file has', async () => {
    // The samples of a.csv, stretched and moved.
    const samples = readBack(read(linear[0]));
    const place = (i: number) => [
      100 * (samples.points[2 * i] ?? 0),
      40 + (samples.points[2 * i + 1] ?? 0),
    ];
    const far = Array.from(samples.labels, (label, i) => `${label},${place(i).join()}\n`).join('');
    const folder = temporaryFolder({ 'far.csv': far });
    const line = 'train far.csv --share 0.2 --save m --predictions p.csv --scale';
    for (const method of ['standard', 'min-max']) {
      const { train, evaluation, configuration } = await report(folder, `${line} ${method}`);
      expect([train.samples, evaluation?.samples]).toEqual([800, 200]);
      expect(Math.min(train.accuracy, evaluation?.accuracy ?? 0)).toBeGreaterThan(0.99);
      expect(configuration.scaling).toMatchObject({ method });
    }
    const modelJson = readFileSync(join(folder, 'm/model.json'), 'utf8');
    const weights = new Uint8Array(readFileSync(join(folder, 'm/weights.bin'))).buffer;
    const model = await loadModel({ modelJson, weights });
    const rows = readFileSync(join(folder, 'p.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const all = predictWith(
      model,
      Float32Array.from(Array.from(samples.labels.keys()).flatMap(place)),
    );
    // The evaluation set has the order of the file.
    const found = all.filter((_, i) => i % 2 === 1);
    let at = -1;
    for (const row of rows) {
      const [label, probability] = row.split(',').map(Number);
      at = found.findIndex(
        (value, i) =>
          i > at && samples.labels[i] === label && Math.abs(value - (probability ?? 0)) < 1e-4,
      );
      expect(at).toBeGreaterThanOrEqual(0);
    }
  });

  it('refuses an evaluation file that does not fit', async () => {
    const folder = temporaryFolder({ 'a.csv': '0,0.5,1\n1,1,1\n', 'b.csv': '0,0,1\n2,1,1\n' });
    expect((await run(folder, 'train a.csv --eval b.csv')).complained).toBe(
      'b.csv, line 2: expected one of the labels of a.csv, "0", "1", got "2"\n',
    );
  });

  it('saves a model that tfjs loads and that predicts the same', async () => {
    const folder = folderWithSamples();
    const line = 'train a.csv --eval b.csv --hidden 8,4 --save deep/model --predictions p.csv';
    expect((await run(folder, line)).written).toMatch(/The model is in deep\/model\./);
    const saved = join(folder, 'deep/model');
    expect(readdirSync(saved).sort()).toEqual(['model.json', 'weights.bin']);
    const weights = readFileSync(join(saved, 'weights.bin'));
    // 2·8 + 8, 8·4 + 4, 4·2 + 2 numbers of 4 bytes.
    expect(weights.length).toBe(4 * 70);
    const modelJson = readFileSync(join(saved, 'model.json'), 'utf8');
    const model = await loadModel({ modelJson, weights: new Uint8Array(weights).buffer });
    const { points } = readBack(read(linear[1]));
    const probabilities = predictWith(model, points);
    const predictions = readFileSync(join(folder, 'p.csv'), 'utf8').trimEnd().split('\n').slice(1);
    predictions.forEach((row, i) => {
      expect(probabilities[2 * i + 1]).toBeCloseTo(Number(row.split(',')[1]), 5);
    });
    expect(predictions).toHaveLength(200);
  });

  it('says what a model with a sine needs before tfjs can load it', async () => {
    const folder = folderWithSamples();
    const line = 'train a.csv --epochs 1 --features sinx,y --save m';
    expect((await run(folder, line)).written).toMatch(/\ntfjs has no sine: [^\n]+saved-model\.md/);
    expect(await report(folder, line)).toHaveProperty('note');
    expect((await run(folder, 'train --help')).written).toMatch(/activation\s+"sine"/);
  });

  it('draws a progress bar on a terminal, and not into the result', async () => {
    const terminal = new TerminalDouble(folderWithSamples(), true);
    await runProgram(['train', 'a.csv', '--json'], terminal);
    const [, first, ...others] = terminal.complained.split('\r\x1b[2K');
    expect(first).toMatch(/^Running iteration #\d+ {2}[█░]{24} {2}epoch \d+ of 30$/);
    expect(others.at(-1)).toBe('');
    expect(() => JSON.parse(terminal.written) as unknown).not.toThrow();
  });

  it('says which stop rule has ended training', async () => {
    const { code, written } = await run(
      folderWithSamples(),
      'train a.csv --eval b.csv --stop-accuracy 0.9',
    );
    expect(code).toBe(0);
    expect(written).toMatch(
      /Running iteration #\d+\nAfter \d+ epochs? the accuracy on the evaluation set is .*\nevaluating model…/,
    );
  });

  it('writes no file when it is interrupted', async () => {
    const folder = folderWithSamples();
    const terminal = new TerminalDouble(folder);
    terminal.interrupt();
    const words = ['train', 'a.csv', '--epochs', '1000000', '--save', 'm', '--json'];
    expect(await runProgram(words, terminal)).toBe(130);
    expect(terminal.complained).toBe('Interrupted while reading a.csv. Nothing was written.\n');
    expect(JSON.parse(terminal.written)).toEqual({
      error: { kind: 'interrupted', message: terminal.complained.trimEnd(), exitCode: 130 },
    });
    expect(existsSync(join(folder, 'm'))).toBe(false);
  });

  it('ends with 1 and a sentence when training diverges, and writes nothing', async () => {
    const folder = folderWithSamples();
    const line =
      'train a.csv --eval b.csv --rate 10 --activation linear --hidden 16,16,16,16,16 ' +
      '--save m --predictions p.csv --json';
    const { code, written, complained } = await run(folder, line);
    expect(code).toBe(1);
    expect(JSON.parse(written)).toEqual({
      error: { kind: 'diverged', message: complained.trimEnd(), exitCode: 1 },
    });
    expect(complained).toMatch(
      /^Training has diverged: by step \d+ .* try --rate 1\. Nothing was written\.\n$/,
    );
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv']);
  });

  it.each([
    ['train none.csv', 'none.csv: there is no such file or folder.'],
    ['train .', '.: expected a file, got a folder.'],
    ['train empty.csv', 'empty.csv: expected at least one row of label, x and y, got none'],
    [
      'train a.csv --eval faulty.csv',
      'faulty.csv, line 2: expected a number in column 2, got "0,abc,1"\n' +
        'faulty.csv, line 4: expected a number in column 3, got "1,2"',
    ],
    ['train a.csv --hiden 3', 'There is no option "--hiden". Did you mean --hidden?'],
    ['train a.csv --save a.csv', 'a.csv/weights.bin: expected a folder, got a file.'],
    [
      'train a.csv --eval b.csv --predictions no/p.csv',
      'no/p.csv: there is no folder to write it in.',
    ],
    [
      'train a.csv --eval b.csv --predictions ./b.csv',
      '--predictions: expected another place, because b.csv holds samples.',
    ],
    [
      'train ./own/model.json --save own',
      '--save: expected another place, because ./own/model.json holds samples.',
    ],
    [
      'train a.csv --eval b.csv --save own --predictions own/model.json',
      '--predictions: expected another place, because --save writes own/model.json.',
    ],
    ['train a.csv --eval b.csv --predictions own', 'own: expected a file, got a folder.'],
    ['trian a.csv', 'There is no command "trian". Did you mean train?'],
    ['evaluate', 'There is no command "evaluate". See --help.'],
  ])('ends with 2 and a sentence for "%s"', async (line, sentence) => {
    const files = {
      'empty.csv': '\n\n',
      'faulty.csv': '0,1,2\n0,abc,1\n1,2,3\n1,2\n',
      'own/model.json': '0,1,2\n',
    };
    const folder = folderWithSamples(files);
    const complained = `${sentence}\n`;
    expect(await run(folder, line)).toEqual({ code: 2, written: '', complained });
    const json = await run(folder, `${line} --json`);
    expect([json.code, json.complained]).toEqual([2, complained]);
    expect(JSON.parse(json.written)).toEqual({
      error: { kind: 'usage', message: sentence, exitCode: 2 },
    });
    expect(readdirSync(folder).sort()).toEqual([
      'a.csv',
      'b.csv',
      'empty.csv',
      'faulty.csv',
      'own',
    ]);
    expect(readdirSync(join(folder, 'own'))).toEqual(['model.json']);
    expect(readFileSync(join(folder, 'own/model.json'), 'utf8')).toBe(files['own/model.json']);
  });

  it('ends with 2 and a sentence where no command was given', async () => {
    expect(await run('.', '')).toEqual({
      code: 2,
      written: '',
      complained: 'Expected a command, train, class or join, got none. See --help.\n',
    });
  });

  it('writes the model and the predictions together or not at all', async () => {
    const folder = folderWithSamples({ 'p.csv': 'old', 'm/model.json': 'old' });
    const line = 'train a.csv --eval b.csv --save m --predictions p.csv';
    const terminal = new TerminalDouble(folder);
    // Training is over, and evaluation has begun: the signal comes just before the writing.
    terminal.heard = (text) => {
      if (text === 'evaluating model…\n') terminal.interrupt('SIGTERM');
    };
    expect(await runProgram(line.split(' '), terminal)).toBe(143);
    expect(terminal.complained).toBe('Interrupted while writing. Nothing was written.\n');
    const contents = () =>
      ['p.csv', 'm/model.json'].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(contents()).toEqual(['old', 'old']);
    expect(readdirSync(join(folder, 'm'))).toEqual(['model.json']);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv', 'm', 'p.csv']);

    expect((await run(folder, line)).code).toBe(0);
    expect(contents()).not.toContain('old');
    expect(readdirSync(join(folder, 'm')).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('says where the files are when the result cannot be printed', async () => {
    const terminal = new TerminalDouble(folderWithSamples());
    terminal.trouble = 'there is no room left.';
    const words = 'train a.csv --eval b.csv --epochs 1 --save m --predictions p.csv --json';
    expect(await runProgram(words.split(' '), terminal)).toBe(2);
    expect(terminal.complained).toBe(
      'The result could not be printed: there is no room left. The model is in m. ' +
        'The predictions are in p.csv.\n',
    );
  });

  it('ends with 3 and says so where Edgewise itself fails', async () => {
    const terminal = new TerminalDouble(folderWithSamples());
    terminal.heard = (text) => {
      if (text === 'training model…\n') throw new Error('a fault of its own');
    };
    expect(await runProgram(['train', 'a.csv'], terminal)).toBe(3);
    expect(terminal.complained).toMatch(/^Edgewise has failed: Error: a fault of its own\n +at /);
  });

  it('sends no control characters of names to the terminal', async () => {
    const name = '\u001b]0;owned\u0007\u009b2J\u202e.csv';
    const folder = temporaryFolder({ [name]: read(linear[0]) });
    for (const words of [[], ['--json'], ['--rate', '\u001b[2J'], ['--epoch\u001b[2J', '1']]) {
      const { written, complained } = await runWords(folder, [
        'train',
        name,
        '--save',
        name + 'm',
        ...words,
      ]);
      expect(written + complained).not.toBe('');
      expect((written + complained).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('prints its help', async () => {
    for (const line of ['--help', '-h', 'train --help', 'train -h']) {
      const { code, written, complained } = await run('.', line);
      expect([code, complained]).toEqual([0, '']);
      expect(written).toMatch(/npm run -s edgewise -- /);
      expect(written).toContain(exitCodesText);
      expect(JSON.parse((await run('.', `${line} --json`)).written)).toEqual({ help: written });
    }
  });
});
