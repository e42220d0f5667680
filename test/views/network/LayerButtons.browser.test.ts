import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import LayerButtons from '../../../src/views/network/LayerButtons.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountButtons() {
  const { network } = steeredExperiment().experiment;
  const units = () => network.specification.hidden.map((layer) => layer.units);
  const props = { network, start: 50, pitch: 40 };
  return { ...mountView(LayerButtons, props, { width: 400, height: 100 }), network, units };
}

it('adds units to each layer and takes them off', async () => {
  const { within, network, units } = mountButtons();
  network.setLayerCount(2);
  await within.getByRole('button', { name: 'add a unit to layer 2' }).click();
  await within.getByRole('button', { name: 'take a unit off layer 1' }).click();
  expect(units()).toEqual([19, 21]);
});

it('takes layers off and gives them their units back, with the focus where it is', async () => {
  const { within, units } = mountButtons();
  const less = within.getByRole('button', { name: 'take the last layer off' });
  (less.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(units()).toEqual([]);
  await expect.element(less).toHaveAttribute('aria-disabled', 'true');
  expect(document.activeElement).toBe(less.element());
  await within.getByRole('button', { name: 'add a layer' }).click();
  expect(units()).toEqual([20]);
});

it('stays within the bounds of layers and units', async () => {
  const { within, network, units } = mountButtons();
  network.setLayerCount(8);
  network.setLayer(0, { units: 1 });
  network.setLayer(7, { units: 256 });
  const before = units();
  for (const name of ['add a layer', 'take a unit off layer 1', 'add a unit to layer 8']) {
    const button = within.getByRole('button', { name });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    (button.element() as HTMLElement).click();
  }
  expect(units()).toEqual(before);
});

it('has a button of its own for each layer, none over another', () => {
  const { root, network } = mountButtons();
  network.setLayerCount(8);
  flushSync();
  expect(root.querySelectorAll('button')).toHaveLength(18);
  const boxes = [...root.querySelectorAll('button')].map((each) => each.getBoundingClientRect());
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const apart =
        a.right <= b.left + 0.5 ||
        b.right <= a.left + 0.5 ||
        a.bottom <= b.top + 0.5 ||
        b.bottom <= a.top + 0.5;
      expect(apart).toBe(true);
    }
  }
});
