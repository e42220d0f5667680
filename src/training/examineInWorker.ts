import type { EngineFindings, ExaminationReport } from '../engines/examineEngines.ts';
import { failedTest } from '../engines/selfTestResult.ts';
import { nothingFound } from '../engines/webgl/findings.ts';
import type { WorkerPort } from './workerPort.ts';

/** Milliseconds of silence after which an examination is given up. */
const usualPatience = 30_000;

/**
 * The page's side of the examination: what a worker finds out about the engines, and the worker's
 * end. Where it breaks off or is silent for too long, WebGL has failed its self-test. It never
 * rejects.
 */
export function examineInWorker(
  createWorker: () => WorkerPort,
  patience = usualPatience,
): Promise<EngineFindings> {
  return new Promise((resolve) => {
    let findings: EngineFindings = { webgl: nothingFound, selfTests: {} };
    let worker: WorkerPort | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = () => {
      clearTimeout(timer);
      worker?.terminate();
      resolve(findings);
    };
    const breakOff = (outcome: string) => {
      const webgl = failedTest('webgl', outcome);
      findings = { ...findings, selfTests: { ...findings.selfTests, webgl } };
      end();
    };
    const wait = () => {
      clearTimeout(timer);
      const outcome = `no answer came within ${patience / 1000} seconds`;
      timer = setTimeout(() => breakOff(outcome), patience);
    };

    try {
      worker = createWorker();
    } catch {
      breakOff('its worker could not be started');
      return;
    }
    wait();
    const stop = () => breakOff('its worker stopped unexpectedly');
    worker.addEventListener('error', stop);
    worker.addEventListener('messageerror', stop);
    worker.addEventListener('message', (event) => {
      // The worker is our own, so what it sends is what the types say.
      const report = (event as MessageEvent<ExaminationReport>).data;
      findings = report.findings;
      if (report.complete) end();
      else wait();
    });
  });
}
