import { expect, test } from 'vitest';
import { rateFigure } from '../../src/figures/rateFigure.ts';

const words = { across: 'false positive rate', up: 'true positive rate', chance: 'diagonal' };

test('a line, its present point and chance lie where the frame says', () => {
  const line = {
    name: 'evaluation',
    across: Float64Array.of(0, 0, 0.5, 1),
    up: Float64Array.of(0, 0.5, 1, 1),
    now: { across: 0.5, up: 1 },
  };
  const figure = rateFigure({ ...words, chance: 'diagonal', lines: [line], size: 300 });
  const frame = figure.querySelector('rect');
  const number = (name: string) => Number(frame?.getAttribute(name));
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map(number);
  const place = (across: number, up: number) => [
    (left ?? NaN) + across * (width ?? NaN),
    (top ?? NaN) + (1 - up) * (height ?? NaN),
  ];
  const pointsOf = (name: string) => {
    const path = figure.querySelector(`[aria-description="${name}"] path`)?.getAttribute('d') ?? '';
    return [...path.matchAll(/([\d.]+),([\d.]+)/g)].map((pair) => pair.slice(1).map(Number));
  };
  expect(pointsOf('evaluation')).toEqual([place(0, 0), place(0, 0.5), place(0.5, 1), place(1, 1)]);
  expect(pointsOf('chance')).toEqual([place(0, 0), place(1, 1)]);
  const dot = figure.querySelector('circle');
  expect([dot?.getAttribute('cx'), dot?.getAttribute('cy')].map(Number)).toEqual(place(0.5, 1));
});

test('a set whose rates are unknown has no line', () => {
  const line = { name: 'training', across: [0, NaN], up: [0, 1] };
  const figure = rateFigure({ ...words, chance: 0.05, lines: [line], size: 300 });
  expect(figure.querySelector('[aria-description="training"] path')).toBeNull();
  expect(figure.querySelectorAll('circle')).toHaveLength(0);
});
