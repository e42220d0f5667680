import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ExaminationReport } from '../../src/engines/examineEngines.ts';
import { passedTest } from '../../src/engines/selfTestResult.ts';
import { nothingFound } from '../../src/engines/webgl/findings.ts';
import { examineInWorker } from '../../src/training/examineInWorker.ts';
import { WorkerDouble } from '../support/workerDouble.ts';

const webgl = { ...nothingFound, canvas: true, webgl2: true, renderer: 'Some processor' };
const simd = passedTest('simd', 'nothing was off');
const partial: ExaminationReport = { findings: { webgl, selfTests: { simd } }, complete: false };

/** An examination with the worker in the hands of the test. */
function examination(patience?: number) {
  const worker = new WorkerDouble();
  return { worker, findings: examineInWorker(() => worker, patience) };
}

describe('an examination in a worker', () => {
  it('gives the complete findings, and ends the worker', async () => {
    const { worker, findings } = examination();
    worker.deliverData(partial);
    expect(worker.terminated).toBe(false);
    const selfTests = { simd, webgl: passedTest('webgl', 'nothing was off') };
    worker.deliverData({ findings: { webgl, selfTests }, complete: true });
    expect(await findings).toEqual({ webgl, selfTests });
    expect(worker.terminated).toBe(true);
  });

  it.each<[string, (worker: WorkerDouble) => void]>([
    ['breaks off', (worker) => worker.fail('Out of memory')],
    ['cannot be understood', (worker) => worker.garble()],
  ])('that %s keeps what was found, and does not trust WebGL', async (_title, disturb) => {
    const { worker, findings } = examination();
    worker.deliverData(partial);
    disturb(worker);
    const sentence = 'WebGL failed its self-test: its worker stopped unexpectedly.';
    expect(await findings).toEqual({
      webgl,
      selfTests: { simd, webgl: { passed: false, sentence } },
    });
    expect(worker.terminated).toBe(true);
  });

  it('that never answers is given up', async () => {
    const { worker, findings } = examination(20);
    expect(await findings).toEqual({
      webgl: nothingFound,
      selfTests: {
        webgl: {
          passed: false,
          sentence: 'WebGL failed its self-test: no answer came within 0.02 seconds.',
        },
      },
    });
    expect(worker.terminated).toBe(true);
  });

  it('that cannot begin is over at once', async () => {
    const forbidden = () => {
      throw new Error('Workers are forbidden here.');
    };
    const { selfTests } = await examineInWorker(forbidden);
    expect(selfTests.webgl).toEqual({
      passed: false,
      sentence: 'WebGL failed its self-test: its worker could not be started.',
    });
  });

  it('that reports something is given time again', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { worker } = examination(1000);
    vi.advanceTimersByTime(900);
    worker.deliverData(partial);
    vi.advanceTimersByTime(900);
    expect(worker.terminated).toBe(false);
    vi.advanceTimersByTime(200);
    expect(worker.terminated).toBe(true);
  });
});
