import { expect, it } from 'vitest';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import PlotCaption from '../../../src/views/plot/PlotCaption.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountCaption() {
  const steered = steeredExperiment();
  const { field, decision } = steered.experiment;
  const cursor = new PlotCursor(field, decision);
  const view = mountView(PlotCaption, { decision, cursor, classes: 2, hollow: false });
  return { ...steered, ...view, cursor, text: () => view.root.innerText };
}

it('names the marks of all classes', async () => {
  const { props, text } = mountCaption();
  expect(text()).toMatch(/red[^]*blue/);
  expect(text()).not.toContain('orange');
  props.classes = 3;
  await expect.poll(text).toMatch(/red[^]*blue[^]*orange/);
});

it('explains hollow marks while there are some', async () => {
  const { props, within } = mountCaption();
  expect(within.getByText('hollow').elements()).toEqual([]);
  props.hollow = true;
  await expect.element(within.getByText('hollow')).toBeVisible();
});

it('explains the lines: of two classes ½ and a threshold, of more their boundary', async () => {
  const { experiment, props, text } = mountCaption();
  expect(text()).toContain('½');
  experiment.decision.set({ threshold: 0.3 });
  await expect.poll(text).toContain('0.3');
  experiment.decision.set({ positiveClass: 0 });
  await expect.poll(text).toContain('0.7');
  props.classes = 3;
  await expect.poll(text).toContain('boundary');
  expect(text()).not.toMatch(/0\.7|½/);
});

it('reads what is under the cross instead, as long as there is one', async () => {
  const { experiment, cursor, show, text } = mountCaption();
  const { window } = experiment.field;
  cursor.point({ x: window.left, y: window.top });
  await expect.poll(text).toContain('x ');
  expect(text()).not.toContain('P(');
  await show(() => [0.25, 0.75]);
  await expect.poll(text).toMatch(/P\(blue\) 0\.75\s+blue/);
  experiment.decision.set({ threshold: 0.8 });
  await expect.poll(text).toMatch(/P\(blue\) 0\.75\s+red/);
  cursor.leave();
  await expect.poll(text).toContain('½');
});
