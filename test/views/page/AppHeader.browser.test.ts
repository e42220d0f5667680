import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { Presentation } from '../../../src/state/page/presentation.svelte.ts';
import { Theme } from '../../../src/state/page/theme.svelte.ts';
import AppHeader from '../../../src/views/page/AppHeader.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountHeader() {
  const { session, experiment } = steeredExperiment();
  let helped = 0;
  const onhelp = () => (helped += 1);
  const screen = { fill: () => Promise.resolve(), leave: () => Promise.resolve() };
  const presentation = new Presentation(screen);
  const props = { experiment, theme: new Theme(undefined, false), presentation, onhelp };
  const view = mountView(AppHeader, props);
  view.root.style.width = 'auto';
  return { ...view, session, helped: () => helped, header: view.within.getByRole('banner') };
}

it('has the engine of the run, the theme and help, each with a name', async () => {
  const { innerWidth: before, innerHeight: height } = window;
  onTestFinished(() => page.viewport(before, height));
  await page.viewport(1024, 768);
  const { session, helped, header } = mountHeader();
  await expect.element(header.getByRole('heading', { level: 1 })).toHaveTextContent('Edgewise');
  session.deliver({ kind: 'engine', engine: 'simd', reason: 'It is here.' });
  await expect
    .element(header.getByRole('button', { name: /engine/ }))
    .toHaveTextContent(/SIMD|WebAssembly/);
  await expect.element(header.getByRole('combobox', { name: 'theme' })).toBeVisible();
  await header.getByRole('button', { name: 'Help' }).click();
  expect(helped()).toBe(1);
});

it('keeps its controls within a phone', async () => {
  const { innerWidth: width, innerHeight: height } = window;
  onTestFinished(() => page.viewport(width, height));
  await page.viewport(320, 568);
  const { header } = mountHeader();
  await expect.element(header).toBeVisible();
  const { right } = header.element().getBoundingClientRect();
  for (const control of header.element().querySelectorAll('button, select')) {
    if (!control.checkVisibility()) continue;
    expect(control.getBoundingClientRect().right).toBeLessThanOrEqual(right);
  }
});
