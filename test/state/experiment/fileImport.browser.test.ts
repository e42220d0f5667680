import { describe, expect, it } from 'vitest';
import type { OwnSource } from '../../../src/learning/sampleSource.ts';
import { FileImport, type GivenFile } from '../../../src/state/experiment/fileImport.svelte.ts';

function given(text: string | Uint8Array<ArrayBuffer>, name = 'a.csv'): GivenFile {
  return { name, content: new Blob([text]) };
}

function importer() {
  const used: OwnSource[] = [];
  return { used, files: new FileImport((own) => used.push(own)) };
}

/** 20 samples of each of two classes, far from unit scale, sorted by class. */
const far = Array.from({ length: 40 }, (_, i) => `${i < 20 ? 'no' : 'yes'};${500 + i},5;${i / 4}`);
const table = `answer;cm;kg\n${far.join('\n')}\n`.replaceAll('.', ',');

describe('FileImport', () => {
  it('shows the first rows, what was recognised, and advice, before anything is used', async () => {
    const { used, files } = importer();
    await files.open(given(table));
    expect(files.preview?.columns).toEqual(['"answer"', '"cm"', '"kg"']);
    expect(files.preview?.rows[0]).toEqual(['no', '500,5', '0']);
    expect(files.preview?.form).toMatchObject({ label: 0, x: 1, y: 2, decimal: ',' });
    expect(files.advice).toContain('x has mean 520 and standard deviation 11.5');
    files.choose({ scaling: 'standard' });
    expect([files.advice, files.problem, used.length]).toEqual(['', '', 0]);
  });

  it('gives scaled sets of the chosen share, each with both classes', async () => {
    const { used, files } = importer();
    await files.open(given(table));
    files.choose({ scaling: 'standard', share: 0.25 });
    expect(await files.load()).toBe(true);
    const [own] = used;
    const count = (set: 'training' | 'evaluation') =>
      [0, 1].map((label) => own?.samples[set].labels.filter((each) => each === label).length);
    expect([count('training'), count('evaluation')]).toEqual([
      [15, 15],
      [5, 5],
    ]);
    // Fitted on the training set alone.
    const xs = Array.from(own?.samples.training.points ?? []).filter((_, i) => i % 2 === 0);
    expect(xs.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 4);
    expect(xs.reduce((sum, x) => sum + x * x, 0) / xs.length).toBeCloseTo(1, 4);
    expect(own?.scaling?.x.shift).toBeGreaterThan(500);
    expect(own?.description).toContain('no is red, yes is blue');
  });

  it('shows the file that was given last, also when an earlier one takes longer', async () => {
    const { files } = importer();
    let read: () => void = () => undefined;
    const slow = new Blob();
    slow.slice = () => {
      const part = new Blob();
      part.arrayBuffer = () => new Promise((resolve) => (read = () => resolve(new ArrayBuffer())));
      return part;
    };
    const earlier = files.open({ name: 'slow.csv', content: slow });
    await files.open(given(table, 'fast.csv'));
    read();
    await earlier;
    expect(files.file?.name).toBe('fast.csv');
    expect([files.problem, files.preview?.rows[0]?.[0]]).toEqual(['', 'no']);
  });

  it('takes a second file that fits, in UTF-16, and refuses one that does not', async () => {
    const { used, files } = importer();
    await files.open(given('x,y,label\n0.5,1,a\n1,2,b\n'));
    files.setEvaluation(given('x,y,label\n0.5,1,c\n', 'b.csv'));
    expect(await files.load()).toBe(false);
    expect(files.problem).toBe(
      'b.csv, line 2: expected one of the labels of a.csv, "a", "b", got "c"',
    );
    expect(used).toEqual([]);
    const text = '\ufefflabel\ty\tx\nb\t4\t3\n';
    const bytes = Uint8Array.from({ length: 2 * text.length }, (_, i) => {
      return (text.charCodeAt(i >> 1) >> (8 * (i & 1))) & 255;
    });
    files.setEvaluation(given(bytes, 'b.txt'));
    expect(await files.load()).toBe(true);
    expect(used[0]?.samples.evaluation).toEqual({
      points: Float32Array.of(3, 4),
      labels: Uint8Array.of(1),
    });
  });

  it('says what is wrong and where, and changes nothing', async () => {
    const { used, files } = importer();
    await files.open(given('1,2\n3,4\n'));
    expect(files.problem).toContain('expected at least three columns, of label, x and y, got two');
    await files.open(given(''));
    expect(files.problem).toBe('a.csv: expected rows of samples, got none.');
    await files.open(given('0,0.5,1\n1,0.25,2\n0,1.5,\n'));
    expect(await files.load()).toBe(false);
    expect(files.problem).toBe('a.csv, line 3: expected a number in column 3, got "0,1.5"');
    expect(used).toEqual([]);
    files.choose({ skipIncomplete: true, share: 0 });
    expect(await files.load()).toBe(true);
    expect(used[0]?.samples.training.labels).toEqual(Uint8Array.of(0, 1));
  });

  it('refuses more samples than the page can show, and stops at once where it is told to', async () => {
    const { used, files } = importer();
    await files.open(given('0,0.5,1\n1,0.25,2\n'.repeat(10_001)));
    expect(await files.load()).toBe(false);
    expect(files.problem).toBe(
      'a.csv: expected at most 20000 samples on the page, got 20002; the terminal takes more.',
    );
    const loading = files.load();
    files.cancel();
    expect(await loading).toBe(false);
    expect([files.problem, files.progress, used.length]).toEqual(['', undefined, 0]);
  });
});
