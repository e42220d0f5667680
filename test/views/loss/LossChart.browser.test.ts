import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LossCursor } from '../../../src/state/run/lossCursor.svelte.ts';
import LossChart from '../../../src/views/loss/LossChart.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { lossAt } from '../../support/sessionDouble.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountChart() {
  const { session, experiment } = steeredExperiment();
  const { curve } = experiment.run.state;
  const cursor = new LossCursor(curve);
  const props = { curve, cursor, epochs: 10, logarithmic: false };
  const view = mountView(LossChart, props, { width: 300, height: 150 });
  const chart = view.within.getByRole('application');
  view.root.style.display = 'grid';
  session.frame({ lossPoints: [lossAt(0, 1, 1), lossAt(5, 0.1, 0.2), lossAt(10, 0.01, 0.1)] });
  return { ...view, session, cursor, chart };
}

/** The part of the figure that the curve of that name takes. */
function curveBox(root: Element, index: number): DOMRect {
  const lines = [...root.querySelectorAll('svg g[aria-label="line"]')];
  return lines.at(index)?.getBoundingClientRect() ?? new DOMRect();
}

it('draws a curve of each set as wide as the chart, within it', async () => {
  const { root, chart } = mountChart();
  await expect.poll(() => root.querySelectorAll('svg g[aria-label="line"]').length).toBe(2);
  const box = chart.element().getBoundingClientRect();
  for (const index of [0, 1]) {
    const { left, right, top, bottom } = curveBox(root, index);
    expect(left).toBeGreaterThan(box.left);
    expect(right).toBeLessThan(box.right);
    expect(right - left).toBeGreaterThan(0.7 * box.width);
    expect(top).toBeGreaterThanOrEqual(box.top);
    expect(bottom).toBeLessThan(box.bottom);
  }
});

it('has the middle of three losses half-way on a logarithmic axis', async () => {
  const { root, props, session } = mountChart();
  session.frame({ lossPoints: [lossAt(10, 0.01, 0.01)] });
  const bend = () => {
    const path = root.querySelector<SVGPathElement>('svg g[aria-label="line"] path');
    const heights = path
      ?.getAttribute('d')
      ?.match(/,([\d.]+)/g)
      ?.map((y) => Number(y.slice(1)));
    const [first = NaN, middle = NaN, last = NaN] = heights ?? [];
    return (middle - first) / (last - first);
  };
  await expect.poll(bend).toBeGreaterThan(0.75);
  props.logarithmic = true;
  await expect.poll(bend).toBeLessThan(0.65);
});

it('points at the nearest epoch under the pointer, until it leaves', async () => {
  const { cursor, chart, root } = mountChart();
  root.style.marginLeft = '100px';
  const { width, height } = chart.element().getBoundingClientRect();
  await chart.hover({ position: { x: width / 2 + 20, y: height / 2 } });
  expect(cursor.point?.epoch).toBe(5);
  await chart.hover({ position: { x: width - 5, y: height / 2 } });
  expect(cursor.point?.epoch).toBe(10);
  await userEvent.hover(document.documentElement, { position: { x: 390, y: 800 } });
  expect(cursor.point).toBeUndefined();
});

it.each([
  ['zoom', '1.5'],
  ['transform', 'scale(0.5)'],
])('points at it where the page has the %s %s, too', (property, value) => {
  const { cursor, chart, root } = mountChart();
  root.style.setProperty(property, value);
  const { left, top, width } = chart.element().getBoundingClientRect();
  for (const [share, epoch] of [
    [0.15, 0],
    [0.55, 5],
    [0.95, 10],
  ] as const) {
    const place = { clientX: left + share * width, clientY: top + 5 };
    chart.element().dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true }));
    expect(cursor.point?.epoch).toBe(epoch);
  }
});

it('leaves scrolling and the enlarging of the page to fingers', () => {
  const { chart } = mountChart();
  expect(getComputedStyle(chart.element()).touchAction).toBe('pan-y pinch-zoom');
});

it('moves along the curves by keys, until Escape', async () => {
  const { cursor, chart, root } = mountChart();
  const line = () => root.querySelector('i')?.getBoundingClientRect().left;
  chart.element().focus();
  await userEvent.keyboard('{Home}');
  const atStart = line();
  expect([cursor.point?.epoch, atStart]).toEqual([0, expect.any(Number)]);
  await userEvent.keyboard('{End}');
  expect(cursor.point?.epoch).toBe(10);
  expect(line()).toBeGreaterThan(atStart ?? Infinity);
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  expect(cursor.point?.epoch).toBe(10);
  await userEvent.keyboard('{Escape}');
  expect([cursor.point, line()]).toEqual([undefined, undefined]);
});
