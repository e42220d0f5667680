import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseEngine } from '../../src/engines/chooseEngine.ts';
import { modelFiles } from '../../src/engines/layersModel.ts';
import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import { borrowDevice, returnDevice } from '../../src/engines/webgl/deviceShare.ts';
import { lookForWebgl } from '../../src/engines/webgl/findings.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { entryAt } from '../../src/learning/entryAt.ts';
import { evaluate } from '../../src/learning/evaluation/evaluate.ts';
import { initialParameters } from '../../src/learning/initialParameters.ts';
import { TrainingClient } from '../../src/training/client.ts';
import { nextTurn } from '../../src/training/nextTurn.ts';
import type { Command, CommandBody, StartCommand } from '../../src/training/protocol/commands.ts';
import type { EventBody, Phase, SessionEvent } from '../../src/training/protocol/events.ts';
import { isSign } from '../../src/training/protocol/signs.ts';
import { TrainingSession } from '../../src/training/session/session.ts';
import { WorkerPool } from '../../src/training/workerPool.ts';
import { articleField, articleStart } from '../support/articleStart.ts';

const { samples } = articleStart;
const findings = { webgl: lookForWebgl(), selfTests: {} };
const start: StartCommand = {
  ...articleStart,
  kind: 'start',
  watches: [
    { ...articleField, resolution: 32, restResolution: 64 },
    { id: 'evaluation', kind: 'probabilities', set: 'evaluation', rate: Infinity },
  ],
};

type Kind<Name extends EventBody['kind']> = Extract<SessionEvent, { kind: Name }>;

/** Acts as the page: acknowledges each frame at once, and waits for events. */
class Page {
  readonly events: SessionEvent[] = [];
  readonly #send: (command: Command) => void;
  #look: () => void = () => undefined;

  constructor(connect: (receive: (event: SessionEvent) => void) => (command: Command) => void) {
    this.#send = connect((event) => this.#receive(event));
  }

  send(command: CommandBody): void {
    this.#send({ ...command, session: 1, run: 1 });
  }

  of<Name extends EventBody['kind']>(kind: Name): Kind<Name>[] {
    return this.events.filter((event): event is Kind<Name> => event.kind === kind);
  }

  /** Resolves with what is found in the events that are there, as soon as it is. */
  until<Found>(find: () => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      this.#look = () => {
        const found = find();
        if (found !== undefined) resolve(found);
      };
      this.#look();
    });
  }

  get phases(): Phase[] {
    return this.of('phase').map(({ phase }) => phase);
  }

  untilStep(step: number) {
    return this.until(() => this.of('frame').find(({ frame }) => frame.progress.step >= step));
  }

  untilFinished() {
    return this.until(() => this.of('phase').find(({ phase }) => phase === 'finished'));
  }

  #receive(event: SessionEvent): void {
    this.events.push(event);
    if (event.kind === 'frame') this.send({ kind: 'acknowledge', frame: event.frame.number });
    this.#look();
  }
}

/** A page with a real worker; `workers` are all that it created. */
function pageWithWorker() {
  const workers: Worker[] = [];
  const page = new Page((receive) => {
    const pool = new WorkerPool(() => {
      const url = new URL('../support/trainingWorker.ts', import.meta.url);
      const worker = new Worker(url, { type: 'module' });
      workers.push(worker);
      return worker;
    }, 1);
    const client = new TrainingClient(pool, receive);
    onTestFinished(() => client.dispose());
    return (command) => client.send(command);
  });
  return { page, workers };
}

/** Pages that share one real worker. */
function pagesOfOneWorker(count: number): Page[] {
  const url = new URL('../support/trainingWorker.ts', import.meta.url);
  const pool = new WorkerPool(() => new Worker(url, { type: 'module' }), 1);
  return Array.from({ length: count }, () => {
    return new Page((receive) => {
      const client = new TrainingClient(pool, receive);
      onTestFinished(() => client.dispose());
      return (command) => client.send({ ...command, session: client.session });
    });
  });
}

/** A page with a session in the same thread. */
function pageWithSession(): Page {
  return new Page((receive) => {
    const session = new TrainingSession(1, {
      chooseEngine,
      modelFiles,
      now: () => performance.now(),
      nextTurn,
      emit: (message) => {
        if (!isSign(message)) receive(message);
      },
    });
    const ended = session.run();
    onTestFinished(async () => {
      session.end();
      await ended;
    });
    return (command) => session.receive(command);
  });
}

/** The article's result on the SIMD engine, without worker and session. */
async function articleParameters(): Promise<Float32Array> {
  const first = Float32Array.from(initialParameters(articleConfiguration.network));
  const engine = await createSimdEngine(articleConfiguration, first);
  await engine.load('training', samples.training);
  await engine.train(600);
  return engine.parameters();
}

describe('the training worker', () => {
  it('trains the article’s classifier for 30 epochs', async () => {
    const { page } = pageWithWorker();
    page.send(start);
    page.send({ kind: 'train' });
    await page.untilFinished();
    const { frame } = await page.until(() =>
      page.of('frame').find(({ frame }) => frame.stepsPerSecond === 0 && frame.progress.step > 0),
    );
    expect(frame.progress).toEqual({ step: 600, epoch: 30, position: 0, updates: 600 });
    expect(page.of('snapshot').at(-1)?.snapshot.parameters).toEqual(await articleParameters());
    const pictures = new Map(Object.entries(frame.pictures));
    expect(pictures.get('field')?.values).toHaveLength(64 ** 2);
    const { labels } = samples.evaluation;
    const probabilities = pictures.get('evaluation')?.values ?? new Float32Array();
    expect(evaluate(probabilities, labels, 2).value('accuracy')).toBeGreaterThan(0.95);
  });

  it('trains on WebGL as well, and hands the model over', async () => {
    const { page } = pageWithWorker();
    page.send({ ...start, engine: 'webgl', findings });
    page.send({ kind: 'train' });
    await page.untilFinished();
    expect(page.of('engine').map(({ engine, trouble }) => [engine, trouble])).toEqual([
      ['webgl', undefined],
    ]);
    page.send({ kind: 'save' });
    const model = await page.until(() => page.of('model').at(0));
    const weights = new Float32Array(model.files.weights);
    const expected = await articleParameters();
    // Single precision with the sums in another order, over 600 steps.
    for (let i = 0; i < 102; i++) expect(weights[i]).toBeCloseTo(expected[i] ?? NaN, 2);
  });

  it('is replaced when it really dies, and the run comes to the same end', async () => {
    const { page, workers } = pageWithWorker();
    page.send({ ...start, stepsPerFrame: 0.5 });
    page.send({ kind: 'train' });
    await page.untilStep(5);
    entryAt(workers, 0).postMessage('crash');
    const { reason } = await page.until(() => page.of('engine').find(({ trouble }) => trouble));
    expect(reason).toMatch(
      /^The training worker stopped unexpectedly; training continues from step/,
    );
    page.send({ kind: 'changeSpeed', stepsPerFrame: Infinity });
    await page.untilFinished();
    expect(workers).toHaveLength(2);
    expect(page.of('snapshot').at(-1)?.snapshot.parameters).toEqual(await articleParameters());
  });
});

describe('sessions that share a worker', () => {
  it('train at the same time, each its own run', async () => {
    const pages = pagesOfOneWorker(4);
    for (const page of pages) {
      page.send({ ...start, stepsPerFrame: 1 / 60 });
      page.send({ kind: 'train' });
    }
    // At a step a second all are on their way long before the first is done.
    await Promise.all(pages.map((page) => page.untilStep(1)));
    expect(pages.flatMap((page) => page.phases)).not.toContain('finished');
    for (const page of pages) page.send({ kind: 'changeSpeed', stepsPerFrame: Infinity });
    await Promise.all(pages.map((page) => page.untilFinished()));
    const expected = await articleParameters();
    for (const page of pages) {
      expect(page.of('snapshot').at(-1)?.snapshot.parameters).toEqual(expected);
    }
  });
});

describe('a WebGL context that is really lost', () => {
  it('leaves the run to the SIMD engine, with one sentence', async () => {
    const page = pageWithSession();
    page.send({ ...start, engine: 'webgl', findings, stepsPerFrame: 1 });
    page.send({ kind: 'train' });
    await page.untilStep(90);

    // All engines of a thread share one device, so this is the session's own context.
    const device = borrowDevice();
    device.gl.getExtension('WEBGL_lose_context')?.loseContext();
    returnDevice(device);

    const { engine, reason } = await page.until(() =>
      page.of('engine').find(({ trouble }) => trouble),
    );
    expect(engine).toBe('simd');
    expect(reason).toMatch(
      /^The WebGL engine stopped \(.*lost.*\); training continues from step \d+ in WebAssembly\.$/,
    );
    page.send({ kind: 'changeSpeed', stepsPerFrame: Infinity });
    await page.untilFinished();
    const { frame } = await page.untilStep(600);
    expect(frame.progress.step).toBe(600);
    expect(frame.lossPoints.at(-1)?.evaluation).toBeLessThan(0.3);
    expect(page.of('engine').filter(({ trouble }) => trouble)).toHaveLength(1);
  });
});
