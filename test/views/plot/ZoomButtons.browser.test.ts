import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PlotZoom } from '../../../src/state/plot/plotZoom.svelte.ts';
import ZoomButtons from '../../../src/views/plot/ZoomButtons.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

const whole = { left: 0, right: 1, bottom: 0, top: 1 };

it('shows all samples again by a button that comes and goes, and keeps the keyboard near', async () => {
  const zoom = new PlotZoom({ window: whole });
  const { within } = mountView(ZoomButtons, { zoom });
  const all = within.getByRole('button', { name: 'show all samples' });
  const zoomIn = within.getByRole('button', { name: 'zoom in' });
  await expect.element(all).not.toBeInTheDocument();
  await zoomIn.click();
  await expect.element(all).toBeVisible();
  expect(zoom.factor).toBeGreaterThan(1);
  const button = all.element();
  if (button instanceof HTMLElement) button.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(all).not.toBeInTheDocument();
  expect(zoom.window).toEqual(whole);
  expect(document.activeElement).toBe(zoomIn.element());
});
