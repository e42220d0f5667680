import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import Dialog from '../../../src/views/controls/Dialog.svelte';
import { content } from '../../support/content.svelte.ts';
import { mountView } from '../../support/mountView.svelte.ts';

function mountDialog() {
  let closed = 0;
  const view = mountView(Dialog, {
    title: 'Engine',
    open: false,
    onclose: () => {
      closed++;
      view.props.open = false;
    },
    children: content('<p>What does the arithmetic</p>'),
  });
  const dialog = view.within.getByRole('dialog', { name: 'Engine' });
  return { ...view, dialog, closed: () => closed };
}

it('has its content only while it is open, and then is modal', async () => {
  const { root, props, dialog } = mountDialog();
  expect(root.textContent).not.toContain('arithmetic');
  expect(dialog.elements()).toEqual([]);
  props.open = true;
  await expect.element(dialog).toHaveTextContent('arithmetic');
  expect(dialog.element().matches(':modal')).toBe(true);
  props.open = false;
  await expect.poll(() => dialog.elements()).toEqual([]);
});

it('is closed by Escape, by its button and by a click beside it, but not by one within', async () => {
  const { props, dialog, closed } = mountDialog();
  const openAgain = async () => {
    props.open = true;
    await expect.element(dialog).toBeVisible();
  };
  await openAgain();
  await userEvent.keyboard('{Escape}');
  await expect.poll(closed).toBe(1);
  await openAgain();
  await dialog.getByText('arithmetic').click();
  expect(closed()).toBe(1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(closed).toBeGreaterThan(1);
  const before = closed();
  await openAgain();
  await userEvent.click(document.documentElement, { position: { x: 2, y: 2 } });
  await expect.poll(closed).toBeGreaterThan(before);
});

it('gives the focus back to where it was', async () => {
  const { root, props, dialog } = mountDialog();
  const opener = document.createElement('button');
  root.append(opener);
  opener.focus();
  props.open = true;
  await expect.element(dialog).toBeVisible();
  expect(document.activeElement).not.toBe(opener);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(opener);
});
