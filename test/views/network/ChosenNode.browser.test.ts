import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Place } from '../../../src/state/network/networkWalk.ts';
import NetworkPanel from '../../../src/views/network/NetworkPanel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

it('shows bias, weights and activations of a chosen unit, and leads back', async () => {
  const { experiment, show } = steeredExperiment();
  const { inside, field, network, training } = experiment;
  const drawing = { inside, field, dark: false };
  const { within } = mountView(NetworkPanel, { network, training, drawing });
  inside.choose({ column: 1, index: 1 });
  await expect.element(within.getByRole('heading', { name: 'Unit 2 of layer 1' })).toBeVisible();
  await show(() => [0, 1]);
  // 0, 0, 1 and 3.
  await expect.element(within.getByText('mean activation')).toBeVisible();
  await expect
    .element(within.getByRole('img', { name: /from 0 to 3, mean 1\./ }))
    .toBeInTheDocument();
  // 102 parameters from −1 to 1: that of index i is 2i/101 − 1.
  await expect.element(within.getByRole('button', { name: 'bias -0.188' })).toBeVisible();
  await within.getByRole('button', { name: 'from y -0.584' }).click();
  expect(inside.chosen).toEqual({ column: 1, index: 1, part: 1 });
  await within.getByRole('button', { name: 'Back to the network' }).click();
  await expect.element(within.getByRole('textbox', { name: 'units' })).toBeVisible();
});

async function mountWeight() {
  const { session, experiment, show } = steeredExperiment();
  const { inside, field, network, training } = experiment;
  const drawing = { inside, field, dark: false };
  const { within } = mountView(NetworkPanel, { network, training, drawing });
  inside.choose({ column: 1, index: 1, part: 1 });
  await expect.element(within.getByRole('heading', { name: 'Unit 2 of layer 1' })).toBeVisible();
  await show(() => [0, 1]);
  return { session, within, show };
}

it('sets a weight by its field, which training does not overwrite', async () => {
  const { session, within, show } = await mountWeight();
  const field = within.getByRole('textbox', { name: 'weight from y' });
  await expect.element(field).toHaveValue('-0.584');
  await field.fill('2.5');
  await show(() => [0, 1]);
  await expect.element(field).toHaveValue('2.5');
  await userEvent.keyboard('{Enter}');
  expect(session.of('setParameter')).toMatchObject([{ index: 21, value: 2.5 }]);
  await expect.element(field).toHaveValue('2.5');
});

it('sets a weight by its slider', async () => {
  const { session, within } = await mountWeight();
  const slider = within.getByRole('slider', { name: 'weight from y, slider' });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  const [command] = session.of('setParameter');
  expect(command?.index).toBe(21);
  // A stop of 0.05 above −0.584.
  expect(command?.value).toBeCloseTo(-0.55, 1);
});

async function mountNode(place: Place) {
  const { session, experiment, show } = steeredExperiment();
  const { inside, field, network, training } = experiment;
  const drawing = { inside, field, dark: false };
  const { within } = mountView(NetworkPanel, { network, training, drawing });
  inside.choose(place);
  await expect.element(within.getByRole('heading', { level: 3 })).toBeVisible();
  await show(() => [0, 1]);
  const mask = () => {
    const { frozen, cut } = training.specification;
    return { frozen, cut };
  };
  return { session, experiment, within, mask };
}

it('freezes a weight, cuts it, and lets it learn again', async () => {
  const { session, within, mask } = await mountNode({ column: 1, index: 1, part: 1 });
  const freeze = within.getByRole('button', { name: 'Freeze weight from y' });
  const cut = within.getByRole('button', { name: 'Cut weight from y' });
  await freeze.click();
  await expect.element(freeze).toHaveAttribute('aria-pressed', 'true');
  await expect.element(within.getByText('Training leaves it as it is.')).toBeVisible();
  await expect.element(within.getByRole('button', { name: 'from y frozen -0.584' })).toBeVisible();
  expect(session.of('changeTraining').at(-1)?.training).toMatchObject({ frozen: [21], cut: [] });

  await cut.click();
  await expect.element(freeze).toHaveAttribute('aria-pressed', 'false');
  expect(mask()).toEqual({ frozen: [], cut: [21] });
  await expect.element(within.getByText('It is 0 and stays 0.')).toBeVisible();
  expect(within.getByRole('textbox', { name: 'weight from y' }).elements()).toEqual([]);

  (cut.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(mask()).toEqual({ frozen: [], cut: [] });
  await expect.element(within.getByText('Training moves it.')).toBeVisible();
  expect(session.of('start')).toHaveLength(1);
});

it('freezes and cuts a whole unit by one button', async () => {
  const { within, mask } = await mountNode({ column: 1, index: 1 });
  await within.getByRole('button', { name: 'Freeze unit 2 of layer 1' }).click();
  // Weights from x and y, and the bias.
  expect(mask()).toEqual({ frozen: [1, 21, 41], cut: [] });
  await within.getByRole('button', { name: 'Cut unit 2 of layer 1' }).click();
  // Those to red and blue as well.
  expect(mask()).toEqual({ frozen: [], cut: [1, 21, 41, 62, 63] });
  await expect
    .element(within.getByText('Its bias and all its weights are 0 and stay 0.'))
    .toBeVisible();
});

it('freezes a whole output', async () => {
  const { within, mask } = await mountNode({ column: 2, index: 0 });
  await within.getByRole('button', { name: 'Freeze output red' }).click();
  expect(mask().frozen).toHaveLength(21);
});

it('gives the layer of a chosen unit another activation, and the unit stays chosen', async () => {
  const { experiment, show } = steeredExperiment();
  const { inside, field, network, training } = experiment;
  network.setLayerCount(2);
  const drawing = { inside, field, dark: false };
  const { within } = mountView(NetworkPanel, { network, training, drawing });
  inside.choose({ column: 2, index: 1 });
  await show(() => [0, 1]);
  const choice = within.getByRole('combobox', { name: 'activation, layer 2' });
  await userEvent.selectOptions(choice, 'tanh');
  expect(network.specification.hidden.map(({ activation }) => activation)).toEqual([
    'relu',
    'tanh',
  ]);
  expect(inside.chosen).toEqual({ column: 2, index: 1 });
  await expect.element(choice).toBeVisible();
});
