import { expect, it, onTestFinished } from 'vitest';
import { createEdgewise, type Edgewise } from '../../src/elements/edgewise.ts';
import { Theme } from '../../src/state/page/theme.svelte.ts';
import type { FieldPicture, FieldWatch } from '../../src/training/protocol/watches.ts';
import { SessionDouble } from '../support/sessionDouble.ts';
import '../../src/app/app.css';

interface Stage {
  readonly edgewise: Edgewise;
  readonly sessions: readonly SessionDouble[];
  /** The first session. */
  readonly session: () => SessionDouble;
  readonly show: (...elements: readonly Element[]) => void;
  readonly dispose: () => void;
}

/** The module for cells, with sessions in the hands of the test. */
function stage(): Stage {
  const sessions: SessionDouble[] = [];
  const { module, dispose } = createEdgewise(
    {
      calm: false,
      connect: (receive) => {
        const session = new SessionDouble();
        sessions.push(session);
        return session.connect(receive);
      },
    },
    new Theme(undefined, false),
  );
  const page = document.createElement('main');
  document.body.append(page);
  onTestFinished(() => {
    page.remove();
    dispose();
  });
  const session = () => {
    const [first] = sessions;
    if (!first) throw new Error('Expected a session.');
    return first;
  };
  return { edgewise: module, sessions, session, dispose, show: (...all) => page.append(...all) };
}

const later = () => new Promise((resolve) => setTimeout(resolve));

it('begins a session when it is shown, and ends it when it is taken away', async () => {
  const { edgewise, sessions, session, show } = stage();
  const net = edgewise.trainer({ data: 'xor', hidden: [3] });
  expect(sessions).toHaveLength(0);
  show(net);
  expect(session().kinds).toEqual(['start']);
  await expect.poll(() => net.querySelector('canvas')).not.toBeNull();

  const elsewhere = document.createElement('div');
  show(elsewhere);
  elsewhere.append(net);
  await later();
  expect(session().ended).toBe(false);

  net.remove();
  await expect.poll(() => session().ended).toBe(true);
  expect(net.childElementCount).toBe(0);
  show(net);
  expect(sessions).toHaveLength(2);
});

it('has a value that it tells of, and methods', async () => {
  const { edgewise, session, show } = stage();
  const net = edgewise.trainer();
  const values: number[] = [];
  net.addEventListener('input', () => values.push(net.value.step));
  show(net);
  expect(net.value).toMatchObject({ step: 0, epoch: 0, training: false, finished: false });
  session().frame();
  await expect.poll(() => net.value).toMatchObject({ step: 40, epoch: 2 });
  expect(values.at(-1)).toBe(40);

  net.train();
  session().phase('training');
  await expect.poll(() => net.value.training).toBe(true);
  net.pause();
  session().phase('paused');
  net.step('epoch');
  net.reset();
  expect(session().kinds).toEqual(['start', 'train', 'pause', 'step', 'start']);
  session().phase('finished');
  await expect.poll(() => net.value.finished).toBe(true);
});

it('is steered by its properties, and begins again only where it must', () => {
  const { edgewise, session, show } = stage();
  const net = edgewise.trainer({ data: 'xor', hidden: [3], updater: 'adam', rate: 0.01 });
  show(net);
  Object.assign(net, { rate: 0.01, hidden: [3], data: 'xor' });
  expect(session().kinds).toEqual(['start']);
  Object.assign(net, { rate: 0.1 });
  expect(session().kinds).toEqual(['start', 'changeTraining']);
  Object.assign(net, { hidden: [4] });
  expect(session().kinds).toEqual(['start', 'changeTraining', 'start']);
  const { configuration } = session().of('start').at(-1) ?? {};
  expect(configuration?.network.hidden.map(({ units }) => units)).toEqual([4]);
  expect(configuration?.training).toMatchObject({ updater: 'adam', rate: 0.1 });
  net.set({ data: [{ x: 0, y: 0, label: 0 }] });
  expect(session().kinds.at(-1)).toBe('changeSamples');
});

it('says what is wrong with an option, and stays as it was', () => {
  const { edgewise, show } = stage();
  expect(() => edgewise.trainer({ hiden: [3] })).toThrow('did you mean hidden?');
  const net = edgewise.trainer({ rate: 0.25 });
  show(net);
  expect(() => Object.assign(net, { rate: 'fast' })).toThrow(/rate/);
  expect(net.held.settings.experiment.configuration.training.rate).toBe(0.25);
});

it('shows one session in any number of pictures', async () => {
  const { edgewise, sessions, session, show } = stage();
  const net = edgewise.trainer();
  const pictures = [
    edgewise.plot(net),
    edgewise.lossChart(net),
    edgewise.statistics(net),
    edgewise.confusionMatrix(net),
    edgewise.roc(net),
    edgewise.precisionRecall(net),
    edgewise.networkDiagram(net),
    edgewise.controls(net),
  ];
  show(...pictures);
  for (const picture of pictures) {
    await expect.poll(() => picture.querySelector('canvas, svg, table, button')).not.toBeNull();
  }
  expect(sessions).toHaveLength(1);
  for (const picture of pictures.slice(1)) picture.remove();
  await later();
  expect(session().ended).toBe(false);
  pictures[0]?.remove();
  await expect.poll(() => session().ended).toBe(true);
});

it('ends what nobody has shown with its notebook', () => {
  const { edgewise, session, dispose } = stage();
  edgewise.trainer().train();
  expect(session().kinds).toEqual(['start', 'train']);
  dispose();
  expect(session().ended).toBe(true);
});

it('gives samples and statistics as plain values', () => {
  const { edgewise } = stage();
  const { training, evaluation } = edgewise.samples({ data: 'moon', training: 30, evaluation: 10 });
  expect([training.length, evaluation.length]).toEqual([30, 10]);
  expect(new Set(training.map(({ label }) => label))).toEqual(new Set([0, 1]));
  expect(edgewise.samples('xor').training.length).toBeGreaterThan(0);
  const net = edgewise.trainer();
  expect(edgewise.evaluate(net)).toBeUndefined();
  expect(edgewise.stats(net)).toBe('');
});

it('evaluates for another threshold and another positive class, and leaves the trainer as it is', async () => {
  const { edgewise, session, show } = stage();
  const rows = [0, 1, 2, 3].map((x) => ({ x, y: 0, label: x % 2 }));
  const net = edgewise.trainer({ data: rows });
  show(net);
  const blue = [0.1, 0.2, 0.3, 0.6];
  const values = Float32Array.from(blue.flatMap((p) => [1 - p, p]));
  const picture = { kind: 'probabilities', values, loss: 0.5 } as const;
  session().frame({
    pictures: {
      training: { ...picture, set: 'training' },
      evaluation: { ...picture, set: 'evaluation' },
    },
  });
  const scores = (decision?: { threshold?: number; positive?: string }) => {
    const { recall, precision, confusion } = edgewise.evaluate(net, decision)?.evaluation ?? {};
    return { recall, precision, confusion };
  };
  const atHalf = {
    recall: 0.5,
    precision: 1,
    confusion: [
      [2, 0],
      [1, 1],
    ],
  };
  await expect.poll(() => scores()).toEqual(atHalf);
  expect(scores({ threshold: 0.15 })).toEqual({
    ...{ recall: 1, precision: 2 / 3 },
    confusion: [
      [1, 1],
      [0, 2],
    ],
  });
  expect(scores({ positive: 'red' })).toEqual({
    ...{
      recall: 1,
      precision: 2 / 3,
      confusion: [
        [2, 0],
        [1, 1],
      ],
    },
  });
  expect(scores()).toEqual(atHalf);
  expect(() => edgewise.evaluate(net, { threshold: 2 })).toThrow(/threshold/);
});

/** A field of class 1 that is blue to the right of a share of the window. */
function fieldRightOf(share: number, watch: FieldWatch): FieldPicture {
  const { kind, window, resolution } = watch;
  const values = Float32Array.from({ length: resolution ** 2 }, (_, cell) =>
    ((cell % resolution) + 0.5) / resolution > share ? 0.9 : 0.1,
  );
  return { kind, class: watch.class, window, resolution, values };
}

it('lays a drawn guess and the network over each other, by pointer and by keys', async () => {
  const { edgewise, session, show } = stage();
  const rows = [
    { x: 0, y: 0, label: 0 },
    { x: 0, y: 1, label: 0 },
    { x: 1, y: 0, label: 1 },
    { x: 1, y: 1, label: 1 },
  ];
  const net = edgewise.trainer({ data: rows });
  const guess = edgewise.guess(net);
  show(guess);
  expect(guess.value).toMatchObject({ drawn: false, agreement: NaN });
  await expect.poll(() => guess.querySelector('svg[role=application]')).not.toBeNull();
  const drawing = guess.querySelector('svg[role=application]');
  if (!(drawing instanceof SVGElement)) throw new Error('Expected a drawing.');
  drawing.setPointerCapture = () => undefined;
  drawing.hasPointerCapture = () => true;
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const point = (type: string, across: number, down: number) =>
    drawing.dispatchEvent(
      new PointerEvent(type, {
        ...{ clientX: left + across * width, clientY: top + down * height },
        ...{ pointerId: 1, button: 0, bubbles: true },
      }),
    );
  const progress = (step: number) => {
    const watch = session().watches.find((each) => each.kind === 'field');
    if (!watch) throw new Error('Expected a field to be watched.');
    session().frame({
      progress: { step, epoch: step, position: 0, updates: step },
      pictures: { [watch.id]: fieldRightOf(0.75, watch) },
    });
  };
  point('pointerdown', 0.5, 0.3);
  for (const down of [0.4, 0.5, 0.6]) point('pointermove', 0.5, down);
  point('pointerup', 0.5, 0.6);
  await expect.poll(() => guess.value.drawn).toBe(true);
  expect(guess.value.agreement).toBeNaN();
  progress(1);
  // They differ between a half and three quarters of the width; a line is one cell of 96 wide.
  await expect.poll(() => guess.value.agreement).toBeGreaterThan(0.73);
  expect(guess.value.agreement).toBeLessThan(0.77);
  expect(guess.textContent).toMatch(/agree on 7[3-6]\.\d % of the plane/);

  // What has learned cannot be guessed any more.
  const before = guess.lines.ended;
  point('pointerdown', 0.2, 0.2);
  point('pointermove', 0.8, 0.8);
  point('pointerup', 0.8, 0.8);
  expect(guess.lines.ended).toBe(before);

  guess.querySelector<HTMLButtonElement>('.buttons button')?.click();
  await expect.poll(() => guess.value).toMatchObject({ drawn: false, agreement: NaN });
  expect(session().kinds.at(-1)).toBe('start');
  progress(0);
  const press = (key: string, times = 1, shiftKey = false) => {
    for (let i = 0; i < times; i++) {
      drawing.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
    }
  };
  // 12 of 50 steps from the middle is 0.74 of the width.
  press('ArrowRight', 12);
  press(' ');
  press('ArrowUp', 2, true);
  press(' ');
  press('Enter');
  await expect.poll(() => guess.value.drawn).toBe(true);
  progress(1);
  await expect.poll(() => guess.value.agreement).toBeGreaterThan(0.96);
});
