import { expect, test } from 'vitest';
import { plotMargins, squareSide } from '../../src/figures/plotSquare.ts';
import { sampleMarks } from '../../src/figures/sampleMarks.ts';
import type { FigureColours } from '../../src/figures/colours.ts';

const colours: FigureColours = {
  paper: '#fefefe',
  ink: '#111111',
  soft: '#777777',
  edge: '#777777',
  hair: '#dddddd',
  classes: ['#cc3311', '#0077bb', '#123456'],
};
const window = { left: -2, right: 2, bottom: -2, top: 2 };
const training = {
  points: new Float32Array([-1, -1, 1, 1, 0, 2, 5, 0]),
  labels: new Uint8Array([0, 1, 0, 1]),
};
const evaluation = { points: new Float32Array([1, -1]), labels: new Uint8Array([1]) };
const content = { training, evaluation, window, size: 448, radius: 4 };
const options = { ...content, colours };

/** Marks with the place of their middle in the square and their colours. */
function marksOf(figure: SVGSVGElement) {
  document.body.append(figure);
  const marks = [...figure.querySelectorAll<SVGPathElement>('path[stroke-width][fill]')];
  const found = marks.map((mark) => {
    const { x, y, width, height } = mark.getBBox();
    return {
      x: Math.round(x + width / 2) - plotMargins().left,
      y: Math.round(y + height / 2) - plotMargins().top,
      fill: mark.getAttribute('fill'),
      stroke: mark.getAttribute('stroke'),
      round: mark.getAttribute('d')?.includes('A'),
    };
  });
  figure.remove();
  return found;
}

test('samples are at their places in the window, those outside are left out', () => {
  const side = squareSide(448);
  expect(side).toBe(400);
  expect(marksOf(sampleMarks(options)).map(({ x, y }) => [x, y])).toEqual([
    [100, 300],
    [300, 100],
    [200, 0],
    [300, 300],
  ]);
});

test('class 0 is a red circle, class 1 a blue square; evaluation samples are hollow', () => {
  const [red, blue, , held] = marksOf(sampleMarks(options));
  expect(red).toMatchObject({ fill: '#cc3311', stroke: '#fefefe', round: true });
  expect(blue).toMatchObject({ fill: '#0077bb', stroke: '#fefefe', round: false });
  expect(held).toMatchObject({ fill: '#fefefe', stroke: '#0077bb', round: false });
});

test('a set that is not given is not shown', () => {
  const withTraining = sampleMarks({ ...options, evaluation: undefined });
  expect(marksOf(withTraining).length).toBe(3);
  expect(marksOf(sampleMarks({ window, size: 448, colours })).length).toBe(0);
});

test('any number of classes is drawn; those without a colour in ink', () => {
  const samples = {
    points: new Float32Array(20),
    labels: Uint8Array.from({ length: 10 }, (_, i) => i),
  };
  const marks = marksOf(sampleMarks({ ...options, training: samples, evaluation: undefined }));
  expect(marks.length).toBe(10);
  expect(marks.map(({ fill }) => fill)).toEqual([
    ...['#cc3311', '#0077bb', '#123456'],
    ...Array.from({ length: 7 }, () => '#111111'),
  ]);
});

test('a large set needs few elements, and loses no sample', () => {
  const samples = {
    points: Float32Array.from({ length: 6000 }, (_, i) => Math.sin(i * i)),
    labels: Uint8Array.from({ length: 3000 }, (_, i) => i % 2),
  };
  const figure = sampleMarks({ window, size: 448, colours, training: samples });
  const paths = [...figure.querySelectorAll('path[stroke-width][fill]')];
  expect(paths).toHaveLength(400);
  const shapes = paths.map((path) => path.getAttribute('d')?.match(/M/g)?.length ?? 0);
  expect(shapes.reduce((sum, count) => sum + count, 0)).toBe(3000);
});

test("without colours it takes the page's tokens", () => {
  const fills = marksOf(sampleMarks(content)).map(({ fill }) => fill);
  expect(fills[0]).toBe('var(--red)');
});
