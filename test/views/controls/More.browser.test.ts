import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import More from '../../../src/views/controls/More.svelte';
import { content } from '../../support/content.svelte.ts';
import { mountView } from '../../support/mountView.svelte.ts';

function mountMore() {
  const children = content('<p style="height: 150px">seed and penalties</p>');
  const room = { width: 300, height: 200 };
  const view = mountView(More, { about: 'start', children }, room);
  return {
    ...view,
    summary: view.within.getByText('More start'),
    rest: view.within.getByText('seed'),
  };
}

it('shows the rest at a click, and hides it at the next one', async () => {
  const { summary, rest } = mountMore();
  await expect.element(rest).not.toBeVisible();
  await summary.click();
  await expect.element(rest).toBeVisible();
  await summary.click();
  await expect.element(rest).not.toBeVisible();
});

it('scrolls to what it has opened', async () => {
  const { root, summary, rest } = mountMore();
  root.style.overflow = 'auto';
  const space = document.createElement('div');
  space.style.height = '150px';
  root.prepend(space);
  summary.element().closest('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  const { bottom } = root.getBoundingClientRect();
  await expect
    .poll(() => rest.element().getBoundingClientRect().bottom)
    .toBeLessThanOrEqual(bottom + 1);
});

it('is open where it is told so, and tells of each change by its user, once', async () => {
  const changes: boolean[] = [];
  const props = {
    ...{ about: 'scores', open: true, children: content('<p>MCC</p>') },
    onchange: (open: boolean) => void changes.push(open),
  };
  const { within, props: live } = mountView(More, props);
  await expect.element(within.getByText('MCC')).toBeVisible();
  await within.getByText('scores').click();
  await expect.poll(() => changes).toEqual([false]);
  live.open = false;
  await within.getByText('scores').click();
  await expect.poll(() => changes).toEqual([false, true]);
});
