import { expect, test } from 'vitest';
import { lossFigure } from '../../src/figures/lossFigure.ts';
import type { LossPoint } from '../../src/figures/lossScales.ts';

const options = { width: 262, height: 150, epochs: 100 };
const history = (count: number): LossPoint[] =>
  Array.from({ length: count }, (_, i) => ({
    epoch: (40 * i) / count,
    training: 0.05 + 0.6 * Math.exp((-6 * i) / count) + 0.01 * Math.sin(i),
    evaluation: 0.07 + 0.6 * Math.exp((-6 * i) / count),
  }));

/** The points of the line of a set; none where it has no line. */
function linePoints(figure: SVGSVGElement, set: string): number[][] {
  const line = figure.querySelector(`[aria-description="${set} loss"] path`);
  const pairs = (line?.getAttribute('d') ?? '').match(/-?[\d.]+,-?[\d.]+/g) ?? [];
  return pairs.map((pair) => pair.split(',').map(Number));
}

const textsOf = (figure: SVGSVGElement) =>
  [...figure.querySelectorAll('text')].map(({ textContent }) => textContent);

/** Where the axes put a value, in pixels, going by the numbers that are written on them. */
function writtenAxes(figure: SVGSVGElement, log: boolean) {
  const [losses = [], ...epochs] = [...figure.querySelectorAll('g[aria-label=text]')].map(ticksOf);
  const bend = log ? Math.log : (value: number) => value;
  return {
    x: between(epochs.flat().map(({ number, x }) => [number, x])),
    y: (loss: number) => between(losses.map(({ number, y }) => [bend(number), y]))(bend(loss)),
  };
}

function ticksOf(group: Element) {
  return [...group.querySelectorAll('text')].flatMap((text) => {
    const number = Number.parseFloat(text.textContent);
    const [x = NaN, y = NaN] =
      (text.getAttribute('transform') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    return Number.isNaN(number) ? [] : [{ number, x, y }];
  });
}

/** The straight line through the first and the last pair of [value, pixels]. */
function between(pairs: readonly (readonly [number, number])[]) {
  const [value, pixels] = pairs[0] ?? [NaN, NaN];
  const [lastValue, lastPixels] = pairs.at(-1) ?? [NaN, NaN];
  const slope = (lastPixels - pixels) / (lastValue - value);
  return (x: number) => pixels + slope * (x - value);
}

test.each([false, true])('both lines fit the numbers at the axes, logarithmic: %s', (log) => {
  const points = history(50);
  const figure = lossFigure(points, { ...options, log });
  const { x, y } = writtenAxes(figure, log);
  for (const set of ['training', 'evaluation'] as const) {
    const drawn = linePoints(figure, set);
    expect(drawn.length).toBe(50);
    points.forEach((point, i) => {
      const [px = NaN, py = NaN] = drawn[i] ?? [];
      expect(px).toBeCloseTo(x(point.epoch), 1);
      expect(py).toBeCloseTo(y(point[set]), 1);
    });
  }
});

test('the evaluation line is dashed, the training line is not', () => {
  const figure = lossFigure(history(50), options);
  const dashes = (set: string) =>
    figure.querySelector(`[aria-description="${set} loss"]`)?.getAttribute('stroke-dasharray');
  expect(dashes('evaluation')).toBe('4 3');
  expect(dashes('training')).toBeNull();
});

test('the lines and the axis of epochs are named', () => {
  expect(textsOf(lossFigure(history(50), options))).toEqual(
    expect.arrayContaining(['training', 'evaluation', '100 epochs']),
  );
});

test('thousands of points are thinned out to 400 a line', () => {
  const figure = lossFigure(history(5000), options);
  expect(linePoints(figure, 'training').length).toBe(400);
  expect(linePoints(figure, 'evaluation').length).toBe(400);
});

test('no points: axes alone', () => {
  const figure = lossFigure([], options);
  expect(linePoints(figure, 'training')).toEqual([]);
  expect(textsOf(figure)).toContain('100 epochs');
  expect(textsOf(figure)).not.toContain('training');
});

test('one point is a dot', () => {
  for (const log of [false, true]) {
    const points = [{ epoch: 0, training: 0.7, evaluation: 0.7 }];
    const figure = lossFigure(points, { ...options, log });
    expect(figure.querySelectorAll('circle').length).toBe(2);
  }
});

test('what is not finite is left out, and without an evaluation set there is no line of it', () => {
  const points = history(20).map((point, i) => ({
    ...point,
    training: i > 15 ? NaN : i === 3 ? Infinity : point.training,
    evaluation: NaN,
  }));
  const figure = lossFigure(points, options);
  expect(linePoints(figure, 'training').length).toBe(15);
  expect(textsOf(figure)).not.toContain('evaluation');
  expect(figure.outerHTML).not.toContain('NaN');
});

const before = history(50).map(({ epoch }) => ({ epoch: 4 * epoch, training: 2, evaluation: 1 }));

test('the run before is in the background, as far as the axis reaches', () => {
  const figure = lossFigure(history(50), { ...options, before });
  const { x, y } = writtenAxes(figure, false);
  const drawn = linePoints(figure, 'training before');
  expect(drawn.length).toBe(before.filter(({ epoch }) => epoch <= 100).length);
  for (const [px = NaN, py = NaN] of drawn) {
    expect(py).toBeCloseTo(y(2), 1);
    expect(px).toBeLessThanOrEqual(x(100) + 0.1);
  }
  const lines = [...figure.querySelectorAll('[aria-label=line]')];
  expect(lines.at(-1)?.getAttribute('aria-description')).toBe('training loss');
});

test.each([
  [12, undefined],
  [22, before],
])('names are above the frame, beside each other, at %d px', (fontSize, shown) => {
  const width = 22 * fontSize;
  const figure = lossFigure(history(50), { ...options, width, fontSize, before: shown });
  figure.style.font = `${fontSize}px Arial, sans-serif`;
  document.body.append(figure);
  const names = [...figure.querySelectorAll<SVGTextElement>('[aria-label=legend] text')];
  const boxes = names.map((name) => name.getBBox());
  const pieces = [...figure.querySelectorAll('[aria-label=legend] line')];
  const curves = [...figure.querySelectorAll<SVGGElement>('[aria-label=line]')];
  const top = Math.min(...curves.map((curve) => curve.getBBox().y));
  figure.remove();
  expect(names.map(({ textContent }) => textContent)).toEqual([
    'training',
    'evaluation',
    ...(shown ? ['before'] : []),
  ]);
  boxes.forEach(({ x, y, width: wide, height }, i) => {
    expect(y).toBeGreaterThanOrEqual(-1);
    expect(y + height).toBeLessThan(top + 1);
    expect(x).toBeGreaterThan(Number(pieces[i]?.getAttribute('x2')));
    expect(x + wide).toBeLessThan(boxes[i + 1]?.x ?? width);
  });
});

test('the figure has the size asked for', () => {
  const figure = lossFigure(history(5), options);
  document.body.append(figure);
  const { width, height } = figure.getBoundingClientRect();
  figure.remove();
  expect([width, height]).toEqual([262, 150]);
});
