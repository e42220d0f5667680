import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { TerminalDouble } from '../support/terminalDouble.ts';

const data = resolve(import.meta.dirname, '../../data');
const moon = `--data ${join(data, 'moon-train.csv')} --eval ${join(data, 'moon-eval.csv')}`;

async function run(line: string, folder = '.') {
  const terminal = new TerminalDouble(folder);
  const code = await runProgram(['class', ...line.split(' ').filter(Boolean)], terminal);
  return { code, written: terminal.written, complained: terminal.complained };
}

interface Round {
  readonly round: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly clients: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly abandoned?: string;
  readonly central?: { readonly loss: number; readonly accuracy: number };
}

async function roundsOf(line: string): Promise<Round[]> {
  const { code, written, complained } = await run(`${moon} ${line} --json`);
  expect([code, complained]).toEqual([0, '']);
  return (JSON.parse(written) as { rounds: Round[] }).rounds;
}

describe('edgewise class', () => {
  it('reaches 0.93 on moon with 20 clients in 60 rounds', async () => {
    const rounds = await roundsOf('--clients 20 --rounds 60 --seed 5');
    expect(rounds.map(({ round }) => round)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(rounds.at(-1)?.accuracy).toBeGreaterThanOrEqual(0.93);
    for (const { clients, bytesUp, bytesDown } of rounds) {
      expect([clients, bytesUp, bytesDown]).toEqual([20, 20 * 440, 20 * 440]); // 32 + 4·102
    }
  });

  it('prints the same for the same seed', async () => {
    const line = `${moon} --rounds 3 --seed 5 --json --dropouts 0.3 --deal dirichlet`;
    expect(await run(line)).toEqual(await run(line));
  });

  it('compares with a network that is trained in one place', async () => {
    const rounds = await roundsOf('--rounds 5 --central');
    const alone = await roundsOf('--rounds 5');
    expect(rounds.at(-1)?.central?.accuracy).toBeGreaterThan(0.9);
    expect(rounds.map(({ loss }) => loss)).toEqual(alone.map(({ loss }) => loss));
  });

  it('prints a line for each round', async () => {
    const { code, written } = await run(`${moon} --rounds 2 --dropouts 0.9`);
    expect(code).toBe(0);
    expect(written).toMatch(/^20 clients learn together from .*moon-train.csv with FedAvg;/m);
    expect(written).toMatch(/^round 1: loss 0.\d{4}, accuracy 0.\d{4}, abandoned: A round with/m);
    expect(written).toMatch(/\d+ bytes of updates went up, 17600 bytes of models down;/);
  });

  it('ends with 1 and advice when it diverges', async () => {
    const { code, complained } = await run(
      `${moon} --rate 10 --updater sgd --hidden 50,50 --strategy-rate 10 --strategy fedavgm`,
    );
    expect(code).toBe(1);
    expect(complained).toMatch(/^The class has diverged: in round \d+ .*try --rate \d/);
  });

  it('is ended by a signal', async () => {
    const terminal = new TerminalDouble('.');
    terminal.heard = (text) => {
      if (text.startsWith('round 2')) terminal.interrupt('SIGTERM');
    };
    const words = `class ${moon} --rounds 10000`.split(' ');
    expect(await runProgram(words, terminal)).toBe(143);
    expect(terminal.complained).toBe('Interrupted in round 2 of 10000. Nothing was written.\n');
  });

  test.each([
    ['', '--data: expected a FILE of samples, got none.'],
    ['--data a.csv', '--eval: expected a FILE of samples, got none.'],
    ['a.csv', 'class: expected options only, got "a.csv".'],
    [`${moon} --clients 1`, '--clients: expected a whole number from 2 to 1000, got "1".'],
    [`${moon} --clients 2.5`, '--clients: expected a whole number from 2 to 1000, got "2.5".'],
    [`${moon} --rounds 0`, '--rounds: expected a whole number from 1 to 10000, got "0".'],
    [`${moon} --seed -1`, '--seed: expected a whole number from 0 to 4294967295, got "-1".'],
    [`${moon} --strategy fedavgn`, '--strategy: expected one of fedavg, fedavgm'],
    [
      `${moon} --strategy krum --strategy-faulty 9`,
      '--strategy: Krum against 9 faulty clients needs',
    ],
    [`${moon} --strategy-beta1 0.5`, '--strategy-beta1: server β₁: expected no hyperparameter'],
    [
      `${moon} --strategy krum --strategy-faulty 1.5`,
      '--strategy-faulty: faulty clients f: expected a whole',
    ],
    [`${moon} --strategy scaffold`, '--updater: expected sgd with SCAFFOLD, got nesterovs.'],
    [`${moon} --work gradient --strategy fedprox`, '--work: expected epochs with FedProx'],
    [`${moon} --alpha 1`, '--alpha: expected --deal dirichlet as well.'],
    [`${moon} --fraction 0.05`, '--fraction: expected a share that asks at least 2 of 20 clients'],
    [`${moon} --noise 1`, '--noise: expected --clip above 0 as well, got 0.'],
    [
      `${moon} --noise 1 --clip 1 --strategy median`,
      '--strategy: expected with noise one of fedavg,',
    ],
    [`${moon} --delta 0.01`, '--delta: expected --noise above 0 as well.'],
    [`${moon} --poisoned 21`, '--poisoned: expected at most as many as there are clients, 20'],
    [`${moon} --epochs 3`, 'There is no option "--epochs".'],
  ])('refuses %s', async (line, sentence) => {
    const { code, written, complained } = await run(line);
    expect([code, written]).toEqual([2, '']);
    expect(complained.startsWith(sentence), complained).toBe(true);
  });

  it('refuses more clients than samples', async () => {
    const folder = temporaryFolder({ 'a.csv': '0,1,2\n1,2,1\n0,3,3\n' });
    const { code, complained } = await run('--data a.csv --eval a.csv --clients 4', folder);
    const sentence =
      '--clients: expected at most as many as there are samples in a.csv, 3, got 4.\n';
    expect([code, complained]).toEqual([2, sentence]);
    expect(await run('--data a.csv --eval a.csv --clients 3 --rounds 1', folder)).toMatchObject({
      code: 0,
    });
  });

  it('explains its options', async () => {
    const { code, written } = await run('--help');
    expect(code).toBe(0);
    for (const name of [
      '--clients N',
      '--strategy-mu R',
      '--deal NAME',
      '--batch N',
      'default 0.05',
    ]) {
      expect(written).toContain(name);
    }
  });
});
