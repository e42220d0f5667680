import { expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import FieldMarks from '../../../src/views/plot/FieldMarks.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

const size = 200;

function mountMarks() {
  const steered = steeredExperiment();
  const { field, wrong, decision } = steered.experiment;
  const cursor = new PlotCursor(field, decision);
  const view = mountView(FieldMarks, { field, wrong, decision, cursor, size });
  // As the plot around it does.
  view.root.style.setProperty('--square', `${size}px`);
  view.root.style.position = 'relative';
  const marks = view.within.getByRole('application');
  const box = () => marks.element().getBoundingClientRect();
  const point = (x: number, y: number) => marks.hover({ position: { x, y } });
  return { ...steered, ...view, cursor, marks, box, point };
}

/** Pixels from the left and the top of the square to the middle of the cross, if there is one. */
function crossIn(marks: Element): readonly [number, number] | undefined {
  const middle = marks.querySelector('circle')?.getBoundingClientRect();
  if (!middle) return undefined;
  const { left, top } = marks.getBoundingClientRect();
  const [x, y] = [middle.left + middle.width / 2 - left, middle.top + middle.height / 2 - top];
  return [Math.round(x), Math.round(y)];
}

it('has a cross under the pointer, until it leaves', async () => {
  const { cursor, experiment, marks, point } = mountMarks();
  await point(50, 150);
  await expect.poll(() => crossIn(marks.element())).toEqual([50, 150]);
  const { left, right, bottom, top } = experiment.field.window;
  expect(cursor.readout?.x).toBeCloseTo(left + (right - left) / 4, 2);
  expect(cursor.readout?.y).toBeCloseTo(bottom + (top - bottom) / 4, 2);
  await userEvent.hover(document.documentElement, { position: { x: 390, y: 800 } });
  await expect.poll(() => crossIn(marks.element())).toBeUndefined();
});

it.each([
  ['zoom', '1.5'],
  ['transform', 'scale(0.6, 0.8)'],
  ['transform', 'translate(30px, 7px) scale(2)'],
])('has the cross under the pointer where the page has the %s %s', (property, value) => {
  const { cursor, experiment, marks, root, box } = mountMarks();
  root.style.setProperty(property, value);
  const { left, top, width, height } = box();
  const place = { clientX: left + width / 4, clientY: top + (3 * height) / 4 };
  marks.element().dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true }));
  const { window } = experiment.field;
  expect(cursor.readout?.x).toBeCloseTo(window.left + (window.right - window.left) / 4, 2);
  expect(cursor.readout?.y).toBeCloseTo(window.bottom + (window.top - window.bottom) / 4, 2);
});

it('has an outline when a key brings the focus, and none by a click', async () => {
  const { marks, root } = mountMarks();
  const outline = () => getComputedStyle(marks.element()).outlineStyle;
  await marks.click();
  expect(document.activeElement).toBe(marks.element());
  expect(outline()).toBe('none');
  marks.element().blur();
  const before = document.createElement('button');
  root.prepend(before);
  before.focus();
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(marks.element());
  expect(outline()).toBe('solid');
});

it('leaves the enlarging of the page to two fingers', () => {
  const { marks } = mountMarks();
  expect(getComputedStyle(marks.element()).touchAction).toBe('pinch-zoom');
});

it('moves the cross by arrow keys, with Shift ten times as far', async () => {
  const { marks, point } = mountMarks();
  const cross = () => crossIn(marks.element());
  await point(100, 100);
  marks.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowUp}');
  await expect.poll(cross).toEqual([106, 98]);
  await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowDown}{/Shift}');
  await expect.poll(cross).toEqual([86, 118]);
  await userEvent.keyboard('{Home}');
  await expect.poll(cross).toEqual([100, 100]);
});

it('leaves other keys, and keys with Control, to the page', async () => {
  const { marks } = mountMarks();
  const taken: string[] = [];
  const note = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (defaultPrevented) taken.push(key);
  };
  document.addEventListener('keydown', note);
  onTestFinished(() => document.removeEventListener('keydown', note));
  marks.element().focus();
  await userEvent.keyboard('e{Control>}{ArrowRight}{/Control}');
  expect(crossIn(marks.element())).toBeUndefined();
  await userEvent.keyboard('{ArrowRight}');
  expect(taken).toEqual(['ArrowRight']);
});

it('has no cross any more after Escape, or without the focus', async () => {
  const { marks } = mountMarks();
  const cross = () => crossIn(marks.element());
  marks.element().focus();
  await userEvent.keyboard('{Home}');
  await expect.poll(cross).toEqual([100, 100]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(cross).toBeUndefined();
  await userEvent.keyboard('{Home}');
  await expect.poll(cross).toEqual([100, 100]);
  await userEvent.keyboard('{Tab}');
  await expect.poll(cross).toBeUndefined();
});

/** Left and right ends of the lines, in pixels of the square. */
function linesOf(marks: Element, which = '.line'): readonly (readonly [number, number])[] {
  return [...marks.querySelectorAll<SVGPathElement>(which)].map((line) => {
    const { x, width } = line.getBBox();
    return [Math.round(x), Math.round(x + width)];
  });
}

/** The lines where the predicted class changes. */
const boldOf = (marks: Element) => linesOf(marks, '.boundary');

it('draws the lines of ¼, ½ and ¾ where the field has them, and the threshold, bold, where it is', async () => {
  const { experiment, show, marks } = mountMarks();
  const { left, right } = experiment.field.window;
  // P(blue) has log odds that grow from −8 at the left edge to 8 at the right one.
  await show(({ x }) => {
    const blue = 1 / (1 + Math.exp(8 - (16 * (x - left)) / (right - left)));
    return [1 - blue, blue];
  });
  const at = (probability: number) => {
    const place = Math.round(size * (0.5 + Math.log(probability / (1 - probability)) / 16));
    return [place, place] as const;
  };
  await expect.poll(() => linesOf(marks.element())).toEqual([at(0.25), at(0.5), at(0.75)]);
  expect(boldOf(marks.element())).toEqual([at(0.5)]);
  experiment.decision.set({ threshold: 0.8 });
  await expect.poll(() => linesOf(marks.element()).at(-1)).toEqual(at(0.8));
  expect(boldOf(marks.element())).toEqual([at(0.8)]);
  experiment.decision.set({ positiveClass: 0 });
  await expect.poll(() => linesOf(marks.element()).at(-1)).toEqual(at(0.2));
  // A threshold where there is a line in any case.
  experiment.decision.set({ threshold: 0.75 });
  await expect.poll(() => linesOf(marks.element())).toEqual([at(0.25), at(0.5), at(0.75)]);
  expect(boldOf(marks.element())).toEqual([at(0.25)]);
});

it('draws the boundary of three classes, and no threshold, by which they do not decide', async () => {
  const { experiment, show, marks } = mountMarks();
  experiment.decision.set({ threshold: 0.9 });
  const rows = [0, 1, 2].map((label) => [label, label, label] as const);
  experiment.samples.use(ownSamples(rows));
  const { left, right } = experiment.field.window;
  // From the left: class 0 up to a quarter of the way, then class 1, from the middle on class 2.
  await show(({ x }) => {
    const across = (x - left) / (right - left);
    const likeliest = Number(across > 0.25) + Number(across > 0.5);
    return [0, 1, 2].map((c) => (c === likeliest ? 0.8 : 0.1));
  });
  await expect.poll(() => linesOf(marks.element())).toEqual([[size / 4, size / 2]]);
  expect(boldOf(marks.element())).toEqual([[size / 4, size / 2]]);
});
