import { expect, it } from 'vitest';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import FieldPlot from '../../../src/views/plot/FieldPlot.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPlot(experiment: Experiment, room = { width: 380, height: 300 }) {
  const { field, samples, wrong, decision, display } = experiment;
  const cursor = new PlotCursor(field, decision);
  const props = { field, samples, wrong, decision, display, cursor, dark: false };
  const view = mountView(FieldPlot, props, room);
  return { ...view, plane: view.within.getByRole('application') };
}

/** What is painted in the middle of the field: red, green, blue and opacity. */
function middlePixel(root: Element): readonly number[] {
  const canvas = root.querySelector('canvas');
  const middle = (canvas?.width ?? 0) / 2;
  return [...(canvas?.getContext('2d')?.getImageData(middle, middle, 1, 1).data ?? [])];
}

function isBlue(root: Element): boolean | undefined {
  const [red = 0, , blue = 0, opacity = 0] = middlePixel(root);
  return opacity > 0 ? blue > red : undefined;
}

/** Until the page has painted that often. */
async function paints(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

it('shows the field of its own experiment, of two on a page', async () => {
  const first = steeredExperiment();
  const second = steeredExperiment();
  second.experiment.samples.chooseRecipe('moon');
  const [one, other] = [mountPlot(first.experiment).root, mountPlot(second.experiment).root];
  await first.show(() => [0, 1]);
  await expect.poll(() => isBlue(one)).toBe(true);
  expect(isBlue(other)).toBeUndefined();
  await second.show(() => [1, 0]);
  await expect.poll(() => isBlue(other)).toBe(false);
  expect(isBlue(one)).toBe(true);
});

it('is acknowledged once for each frame, though two plots show it', async () => {
  const { session, experiment, show } = steeredExperiment();
  const roots = [mountPlot(experiment).root, mountPlot(experiment).root];
  await show(() => [0, 1]);
  await expect.poll(() => roots.map(isBlue)).toEqual([true, true]);
  await expect.poll(() => session.of('acknowledge')).toMatchObject([{ frame: 1 }]);
  await show(() => [1, 0]);
  await expect.poll(() => session.of('acknowledge')).toHaveLength(2);
  await paints(3);
  expect(session.of('acknowledge').map(({ frame }) => frame)).toEqual([1, 2]);
  expect(session.watches.filter(({ kind }) => kind === 'field')).toHaveLength(1);
});

it('asks for no field any more when it is gone', async () => {
  const { session, experiment } = steeredExperiment();
  const { unmount } = mountPlot(experiment);
  await expect.poll(() => session.watches).not.toEqual([]);
  await unmount();
  await expect.poll(() => session.watches).toEqual([]);
});

it('is the largest square that its room has, the field exactly below the marks', async () => {
  const { experiment } = steeredExperiment();
  const { root, plane } = mountPlot(experiment);
  const box = () => plane.element().getBoundingClientRect();
  await expect.element(plane).toBeVisible();
  expect(box().width).toBeCloseTo(box().height, 3);
  expect(box().width).toBeGreaterThan(200);
  expect(root.querySelector('canvas')?.getBoundingClientRect()).toEqual(box());
  root.style.width = '200px';
  await expect.poll(() => box().width).toBeLessThan(200);
  expect(root.querySelector('canvas')?.getBoundingClientRect()).toEqual(box());
  expect(box().right).toBeLessThan(root.getBoundingClientRect().right);
});

it('draws the samples of the sets that are shown, each in its place', async () => {
  const { experiment } = steeredExperiment();
  experiment.samples.use(
    ownSamples([
      [0, 0, 0],
      [1, 0.5, 1],
    ]),
  );
  const { root, plane } = mountPlot(experiment);
  const marks = () => {
    const { left, top, width, height } = plane.element().getBoundingClientRect();
    const { window } = experiment.field;
    const paths = [...root.querySelectorAll('div[aria-hidden] path')];
    const samples = paths.filter((path) => !path.closest('g[aria-label*="axis"]'));
    return samples.map((mark) => {
      const box = mark.getBoundingClientRect();
      const across = (box.left + box.width / 2 - left) / width;
      const down = (box.top + box.height / 2 - top) / height;
      return {
        x: Number((window.left + across * (window.right - window.left)).toFixed(1)),
        y: Number((window.top - down * (window.top - window.bottom)).toFixed(1)),
      };
    });
  };
  await expect.poll(marks).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 0.5 },
  ]);
  experiment.display.set({ showEvaluation: true });
  await expect.poll(marks).toHaveLength(4);
  experiment.display.set({ showTraining: false, showEvaluation: false });
  await expect.poll(marks).toEqual([]);
});

it('is described in words once it rests', async () => {
  const { session, experiment, show } = steeredExperiment();
  const { plane } = mountPlot(experiment);
  const { left, right } = experiment.field.window;
  await show(({ x }) => (x > (left + right) / 2 ? [0.1, 0.9] : [0.9, 0.1]));
  await expect.element(plane).toHaveAccessibleDescription(/^One straight boundary .* samples/);
  session.phase('training');
  await expect.element(plane).toHaveAccessibleDescription('The network is learning.');
  session.phase('paused');
  await expect.element(plane).toHaveAccessibleDescription(/^One straight boundary/);
});

it('says in its description that it shows a part of the plane', async () => {
  const { experiment, show } = steeredExperiment();
  const { plane } = mountPlot(experiment);
  experiment.field.zoom.zoomAt({ across: 0.5, up: 0.5 }, 4);
  await show(() => [0, 1]);
  await expect
    .element(plane)
    .toHaveAccessibleDescription(/^In the part of the plane that is shown: The network predicts/);
  experiment.field.zoom.fit();
  await show(() => [0, 1]);
  await expect.element(plane).toHaveAccessibleDescription(/^The network predicts/);
});
