import type { ComponentProps } from 'svelte';
import { expect, it } from 'vitest';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import PlotCaption from '../../../src/views/plot/PlotCaption.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountCaption() {
  const steered = steeredExperiment();
  const { field, decision, wrong } = steered.experiment;
  const cursor = new PlotCursor(field, decision);
  const room = { width: 700, height: 60 };
  const props: ComponentProps<typeof PlotCaption> = {
    ...{ decision, cursor, wrong, classes: 2, hollow: false },
  };
  const view = mountView(PlotCaption, props, room);
  const part = (name: string) => () =>
    view.root.querySelector<HTMLElement>(`.${name}`)?.innerText ?? '';
  return { ...steered, ...view, cursor, sentence: part('sentence'), legend: part('legend') };
}

it('names the marks of all classes', async () => {
  const { props, legend } = mountCaption();
  expect(legend()).toMatch(/red[^]*blue/);
  expect(legend()).not.toContain('orange');
  props.classes = 3;
  await expect.poll(legend).toMatch(/red[^]*blue[^]*orange/);
});

it('explains hollow marks while there are some', async () => {
  const { props, legend } = mountCaption();
  expect(legend()).not.toContain('hollow');
  props.hollow = true;
  await expect.poll(legend).toContain('hollow: evaluation set');
});

it('explains the lines: of two classes that of the decision, of more their boundary', async () => {
  const { experiment, props, legend } = mountCaption();
  expect(legend()).toMatch(/undecided[^]*¼, ¾/);
  experiment.decision.set({ threshold: 0.3 });
  await expect.poll(legend).toMatch(/P\(blue\) = 0.3[^]*¼, ½, ¾/);
  experiment.decision.set({ positiveClass: 0, threshold: 0.9 });
  await expect.poll(legend).toContain('P(red) = 0.9');
  props.classes = 3;
  await expect.poll(legend).toContain('boundary');
  expect(legend()).not.toMatch(/0\.9|½/);
});

it('says that the first lines are chance, and later how many are wrong', async () => {
  const { session, show, sentence, legend } = mountCaption();
  await expect.poll(sentence).toMatch(/20 units, untrained: these lines are chance\./);
  expect(legend()).not.toContain('wrong');
  await show(() => [0.5, 0.5]);
  await expect.poll(sentence).toMatch(/^20 units: 500 of 1.000 wrong; .*\.$/);
  expect(legend()).toContain('wrong (500, not shown)');
  await show(({ x, y }) => (x + y > 0.8 ? [0, 1] : [1, 0]));
  await expect.poll(legend).toMatch(/wrong\n/);
  session.frame({ progress: { step: 0, epoch: 0, position: 0, updates: 0 } });
  await expect.poll(sentence).toContain('chance');
});

it('says whose picture fills the plot', async () => {
  const { props, sentence } = mountCaption();
  props.unit = 'unit 3 of layer 1';
  await expect.poll(sentence).toContain('Colours: unit 3 of layer 1');
  props.unit = undefined;
  await expect.poll(sentence).toContain('chance');
});

it('keeps to two lines, and leaves out what has no room', async () => {
  const { root, show, legend } = mountCaption();
  await show(({ x, y }) => (x + y > 0.8 ? [0, 1] : [1, 0]));
  await expect.poll(legend).toContain('wrong');
  const { height } = root.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
  root.style.width = '160px';
  for (const line of root.querySelectorAll('p')) {
    expect(line.getBoundingClientRect().height).toBe(height);
  }
  // The entries of the legend are within it, or below it, out of sight.
  const entries = [...root.querySelectorAll('.legend > span')];
  const { right, bottom } = root.querySelector('.legend')?.getBoundingClientRect() ?? new DOMRect();
  const isOut = (entry: Element) => entry.getBoundingClientRect().top >= bottom - 1;
  expect(new Set(entries.map(isOut))).toEqual(new Set([false, true]));
  for (const entry of entries.filter((each) => !isOut(each))) {
    expect(entry.getBoundingClientRect().right).toBeLessThanOrEqual(right + 0.5);
  }
});

it('reads what is under the cross instead of the sentence, as long as there is one', async () => {
  const { experiment, cursor, show, sentence } = mountCaption();
  const { window } = experiment.field;
  cursor.point({ x: window.left, y: window.top });
  await expect.poll(sentence).toContain('x ');
  expect(sentence()).not.toContain('P(');
  await show(() => [0.25, 0.75]);
  await expect.poll(sentence).toMatch(/P\(blue\) 0\.75\s+blue/);
  experiment.decision.set({ threshold: 0.8 });
  await expect.poll(sentence).toMatch(/P\(blue\) 0\.75\s+red/);
  cursor.leave();
  await expect.poll(sentence).toContain('it predicts blue where P(blue) ≥ 0.8');
});
