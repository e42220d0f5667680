import type { EngineFindings } from '../engines/engineFindings.ts';
import { engineNames } from '../engines/engineNames.ts';
import type { ExaminationReport } from '../engines/examineEngines.ts';
import { failedTest } from '../engines/selfTestResult.ts';
import { nothingFound } from '../engines/webgl/findings.ts';
import type { WorkerPort } from './workerPort.ts';

/** Milliseconds of silence after which an examination is given up. */
const usualPatience = 30_000;

/** All engines but the one that needs the least, on which training begins in any case. */
const riskyEngines = engineNames.slice(0, -1).map(({ name }) => name);

/**
 * The page's side of the examination: what a worker finds out about the engines, and the worker's
 * end. Where it breaks off or is silent for too long, the engines that it has not reported on have
 * failed their self-test, all but the safest one. It never rejects.
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
      const untested = riskyEngines.filter((name) => findings.selfTests[name] === undefined);
      const failures = untested.map((name) => [name, failedTest(name, outcome)] as const);
      const selfTests = { ...findings.selfTests, ...Object.fromEntries(failures) };
      findings = { ...findings, selfTests };
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
