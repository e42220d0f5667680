import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseEngine } from '../../src/engines/chooseEngine.ts';
import { modelFiles } from '../../src/engines/layersModel.ts';
import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import { borrowDevice, returnDevice } from '../../src/engines/webgl/deviceShare.ts';
import { lookForWebgl } from '../../src/engines/webgl/findings.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { makeSampleSets } from '../../src/learning/datasets/makeSampleSets.ts';
import { evaluate } from '../../src/learning/evaluation/evaluate.ts';
import { initialParameters } from '../../src/learning/initialParameters.ts';
import { TrainingClient } from '../../src/training/client.ts';
import type { Command, Order, Report, SessionEvent } from '../../src/training/protocol/messages.ts';
import { nextTurn } from '../../src/training/nextTurn.ts';
import { TrainingSession } from '../../src/training/session/session.ts';

const samples = makeSampleSets(articleConfiguration.data);
const findings = { webgl: lookForWebgl(), selfTests: {} };
const start: Extract<Order, { kind: 'start' }> = {
  kind: 'start',
  configuration: articleConfiguration,
  samples,
  engine: 'simd',
  stepsPerFrame: Infinity,
  view: {
    window: { left: -0.2, right: 1.2, bottom: -0.4, top: 1 },
    resolution: 32,
    restResolution: 64,
  },
};

type Kind<Name extends Report['kind']> = Extract<SessionEvent, { kind: Name }>;

/** The page's part: paints each frame at once, and waits for what is to come. */
class Page {
  readonly events: SessionEvent[] = [];
  readonly #send: (command: Command) => void;
  #look: () => void = () => undefined;

  constructor(connect: (receive: (event: SessionEvent) => void) => (command: Command) => void) {
    this.#send = connect((event) => this.#receive(event));
  }

  send(order: Order): void {
    this.#send({ ...order, run: 1 });
  }

  of<Name extends Report['kind']>(kind: Name): Kind<Name>[] {
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

  untilStep(step: number) {
    return this.until(() => this.of('frame').find(({ frame }) => frame.progress.step >= step));
  }

  untilFinished() {
    return this.until(() => this.of('phase').find(({ phase }) => phase === 'finished'));
  }

  #receive(event: SessionEvent): void {
    this.events.push(event);
    if (event.kind === 'frame') this.send({ kind: 'painted', buffers: [] });
    this.#look();
  }
}

/** A page with a real worker; `workers` are all that it created. */
function pageWithWorker() {
  const workers: Worker[] = [];
  const page = new Page((receive) => {
    const client = new TrainingClient(() => {
      const url = new URL('../support/trainingWorker.ts', import.meta.url);
      const worker = new Worker(url, { type: 'module' });
      workers.push(worker);
      return worker;
    }, receive);
    onTestFinished(() => client.dispose());
    return (command) => client.send(command);
  });
  return { page, workers };
}

/** A page with a session of its own thread. */
function pageWithSession(): Page {
  return new Page((receive) => {
    const session = new TrainingSession({
      chooseEngine,
      modelFiles,
      now: () => performance.now(),
      nextTurn,
      emit: receive,
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
    const { frame } = await page.untilStep(600);
    expect(frame.progress).toEqual({ step: 600, epoch: 30, position: 0, updates: 600 });
    expect(page.of('snapshot').at(-1)?.snapshot.parameters).toEqual(await articleParameters());
    const { labels } = samples.evaluation;
    expect(evaluate(frame.probabilities.evaluation, labels, 2).value('accuracy')).toBeGreaterThan(
      0.95,
    );
    expect(frame.field).toHaveLength(frame.resolution ** 2);
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
    const weights = new Float32Array(model.weights);
    const expected = await articleParameters();
    // Single precision with the sums in another order, over 600 steps.
    for (let i = 0; i < 102; i++) expect(weights[i]).toBeCloseTo(expected[i], 2);
  });

  it('is replaced when it really dies, and the run comes to the same end', async () => {
    const { page, workers } = pageWithWorker();
    page.send({ ...start, stepsPerFrame: 5 });
    page.send({ kind: 'train' });
    await page.untilStep(40);
    workers[0].postMessage(null); // no command: the worker trips over it
    const { reason } = await page.until(() => page.of('engine').find(({ trouble }) => trouble));
    expect(reason).toMatch(/^The training worker stopped unexpectedly; training goes on from step/);
    page.send({ kind: 'speed', stepsPerFrame: Infinity });
    await page.untilFinished();
    expect(workers).toHaveLength(2);
    expect(page.of('snapshot').at(-1)?.snapshot.parameters).toEqual(await articleParameters());
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
      /^The WebGL engine stopped \(.*lost.*\); training goes on from step \d+ in WebAssembly\.$/,
    );
    page.send({ kind: 'speed', stepsPerFrame: Infinity });
    await page.untilFinished();
    const { frame } = await page.untilStep(600);
    expect(frame.progress.step).toBe(600);
    expect(frame.losses.evaluation).toBeLessThan(0.3);
    expect(page.of('engine').filter(({ trouble }) => trouble)).toHaveLength(1);
  });
});
