import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import NetworkDiagram from '../../../src/views/network/NetworkDiagram.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

async function mountDiagram() {
  const { session, experiment, show } = steeredExperiment();
  const { inside, field, network } = experiment;
  const { root, within } = mountView(
    NetworkDiagram,
    { inside, field, dark: false },
    { width: 300, height: 500 },
  );
  await expect
    .poll(() => session.watches.map(({ kind }) => kind).sort())
    .toEqual(['field', 'parameters', 'units']);
  await show(() => [0, 1]);
  const tree = within.getByRole('tree');
  const canvas = root.querySelector('canvas');
  if (!canvas) throw new Error('Expected a canvas.');
  return { root, within, tree, canvas, inside, network, session };
}

type Diagram = Awaited<ReturnType<typeof mountDiagram>>;

/** The brightness of red, green and blue at a place of the drawing, in CSS pixels. */
function pixel({ canvas }: Diagram, x: number, y: number): readonly number[] {
  const ratio = canvas.width / canvas.clientWidth;
  const data = canvas.getContext('2d')?.getImageData(x * ratio, y * ratio, 1, 1).data ?? [];
  return [...data].slice(0, 3);
}

/** The active item of the tree, as a screen reader has it. */
function spoken({ tree }: Diagram): string {
  const id = tree.element().getAttribute('aria-activedescendant') ?? '';
  return (document.getElementById(id)?.textContent ?? '').trim();
}

/** Presses keys in the tree. */
async function press(diagram: Diagram, ...keys: string[]): Promise<void> {
  (diagram.tree.element() as HTMLElement).focus();
  for (const key of keys) await userEvent.keyboard(`{${key}}`);
}

/** Where a node is marked, in pixels of the drawing. */
async function middleOf(diagram: Diagram): Promise<{ x: number; y: number; size: number }> {
  await expect.poll(() => diagram.root.querySelector('.mark')).not.toBeNull();
  const mark = diagram.root.querySelector('.mark')?.getBoundingClientRect();
  const box = diagram.tree.element().getBoundingClientRect();
  const size = mark?.width ?? 0;
  return { x: (mark?.x ?? 0) - box.x + size / 2, y: (mark?.y ?? 0) - box.y + size / 2, size };
}

it('shows what each unit answers over the window', async () => {
  const diagram = await mountDiagram();
  await press(diagram, 'ArrowDown');
  const { x, y, size } = await middleOf(diagram);
  // These units answer 0 in the left half of the window and 1 in the right half.
  await expect.poll(() => pixel(diagram, x - size / 4, y)).toEqual([255, 255, 255]);
  const [red = 0, green = 0] = pixel(diagram, x + size / 4, y);
  expect(green).toBeGreaterThan(red + 20);
});

it('tells the name and the value of every unit and weight to which keys lead', async () => {
  const diagram = await mountDiagram();
  await press(diagram, 'ArrowDown');
  // 102 parameters from −1 to 1: that of index i is 2i/101 − 1. The biases begin at 40.
  expect(spoken(diagram)).toBe('unit 2 of layer 1, bias -0.188');
  await press(diagram, 'Enter', 'ArrowDown', 'ArrowDown');
  expect(spoken(diagram)).toBe('unit 2 of layer 1, weight from x -0.98');
  await press(diagram, 'Escape', 'ArrowLeft');
  expect(spoken(diagram)).toBe('input x');
  await press(diagram, 'ArrowDown', 'ArrowDown');
  expect(spoken(diagram)).toBe('input x²');
});

it('chooses a unit by a click, and lets it go by a second one', async () => {
  const diagram = await mountDiagram();
  await press(diagram, 'End');
  const { x, y } = await middleOf(diagram);
  await diagram.tree.click({ position: { x, y } });
  expect(diagram.inside.chosen).toEqual({ column: 1, index: 19 });
  await diagram.tree.click({ position: { x, y } });
  expect(diagram.inside.chosen).toBeUndefined();
});

it('says what the mouse is at, and what there is to do elsewhere', async () => {
  const diagram = await mountDiagram();
  const { inside, root, tree } = diagram;
  const words = () => root.querySelector('.pointed[aria-hidden]')?.textContent.trim();
  expect(words()).toBe('Point at a unit or a line to see it.');
  await press(diagram, 'ArrowDown');
  const { x, y } = await middleOf(diagram);
  await tree.hover({ position: { x, y } });
  await expect.poll(words).toBe('unit 2 of layer 1, bias -0.188');
  expect(inside.chosen).toBeUndefined();
  await userEvent.hover(document.documentElement, { position: { x: 390, y: 800 } });
  await expect.poll(words).toBe('Point at a unit or a line to see it.');

  inside.point({ column: 1, index: 1, part: 0 });
  await expect.poll(words).toBe('weight -0.98 from x');
  inside.point({ column: 0, index: 2 });
  await expect.poll(words).toBe('x²: off');
});

it('switches an input by a click', async () => {
  const diagram = await mountDiagram();
  await press(diagram, 'ArrowLeft', 'End');
  const { x, y } = await middleOf(diagram);
  await diagram.tree.click({ position: { x, y } });
  expect(diagram.network.specification.features).toEqual(['x', 'y', 'cosy']);
});

it('chooses a weight by a click on its line', async () => {
  const diagram = await mountDiagram();
  diagram.network.setLayer(0, { units: 1 });
  await press(diagram, 'Home');
  const unit = await middleOf(diagram);
  await press(diagram, 'ArrowRight', 'Home');
  const output = await middleOf(diagram);
  const from = unit.x + unit.size / 2;
  const to = output.x - output.size / 2;
  await diagram.tree.click({ position: { x: (from + to) / 2, y: (unit.y + output.y) / 2 } });
  expect(diagram.inside.chosen).toEqual({ column: 2, index: 0, part: 0 });
});

it('shows a part of a large layer, and every unit of it to the keys and the wheel', async () => {
  const diagram = await mountDiagram();
  diagram.network.setLayer(0, { units: 256 });
  await expect.element(diagram.within.getByText(/^\+2\d\d$/)).toBeVisible();
  await press(diagram, 'Home', 'End');
  await expect.poll(() => spoken(diagram)).toMatch(/^unit 256 of layer 1/);
  await middleOf(diagram);
  const { x } = await middleOf(diagram);
  const before = diagram.root.querySelector('.more')?.textContent;
  const box = diagram.tree.element().getBoundingClientRect();
  diagram.tree.element().dispatchEvent(
    new WheelEvent('wheel', {
      deltaY: -100,
      clientX: box.x + x,
      bubbles: true,
      cancelable: true,
    }),
  );
  await expect.poll(() => diagram.root.querySelector('.more')?.textContent).not.toBe(before);
});

it('leaves other keys to the page', async () => {
  const diagram = await mountDiagram();
  const heard: string[] = [];
  const listen = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (!defaultPrevented) heard.push(key);
  };
  document.addEventListener('keydown', listen);
  await press(diagram, 'r', 'ArrowDown', 'Escape');
  document.removeEventListener('keydown', listen);
  expect(heard).toEqual(['r', 'Escape']);
});

it('tells and marks what is frozen and what is cut', async () => {
  const diagram = await mountDiagram();
  const { inside, root } = diagram;
  await press(diagram, 'ArrowDown');
  const { x, y, size } = await middleOf(diagram);
  const corner = () => Math.max(...pixel(diagram, x - size / 2, y + size / 2));
  expect(root.querySelector('.legend')?.textContent).not.toMatch(/frozen|cut/);
  expect(corner()).toBeGreaterThan(100); // the ring of a negative bias

  inside.hold({ column: 1, index: 1, part: 'bias' }, 'frozen');
  await expect.poll(() => spoken(diagram)).toBe('unit 2 of layer 1, bias -0.188, frozen');
  await expect.poll(corner).toBeLessThan(60); // a diamond of ink
  expect(root.querySelector('.legend')?.textContent).toMatch(/frozen/);

  inside.hold({ column: 1, index: 1, part: 0 }, 'cut');
  await press(diagram, 'Enter', 'ArrowDown', 'ArrowDown');
  await expect.poll(() => spoken(diagram)).toMatch(/weight from x -0\.98, cut$/);
  expect(root.querySelector('.legend')?.textContent).toMatch(/cut/);
});
