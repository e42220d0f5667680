import { expect, it } from 'vitest';
import Panel from '../../../src/views/controls/Panel.svelte';
import { content } from '../../support/content.svelte.ts';
import { mountView } from '../../support/mountView.svelte.ts';

it('is a region with the name of its heading, for two panels each its own', async () => {
  for (const title of ['Data', 'Network']) {
    const { within } = mountView(Panel, { title, children: content(`<p>about ${title}</p>`) });
    const region = within.getByRole('region', { name: title, exact: true });
    await expect.element(region).toHaveTextContent(`about ${title}`);
    await expect.element(region.getByRole('heading', { level: 2 })).toHaveTextContent(title);
  }
});

it('shows the aside beside the heading, above the rest', async () => {
  const aside = content('<span>102 parameters</span>');
  const { within } = mountView(Panel, {
    title: 'Network',
    aside,
    children: content('<p>rest</p>'),
  });
  const box = (text: string) => within.getByText(text).element().getBoundingClientRect();
  await expect.element(within.getByText('rest')).toBeVisible();
  expect(box('102').left).toBeGreaterThan(box('Network').right);
  expect(box('102').bottom).toBeLessThanOrEqual(box('rest').top);
});
