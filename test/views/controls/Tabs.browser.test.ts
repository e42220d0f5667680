import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import Tabs from '../../../src/views/controls/Tabs.svelte';
import { contentOfName } from '../../support/content.svelte.ts';
import { mountView } from '../../support/mountView.svelte.ts';

const tabs = [
  { name: 'data', label: 'Data' },
  { name: 'network', label: 'Network' },
  { name: 'loss', label: 'Loss' },
];

function mountTabs() {
  const { within } = mountView(Tabs, { name: 'panels', tabs, children: contentOfName() });
  const list = within.getByRole('tablist', { name: 'panels' });
  return {
    tab: (label: string) => list.getByRole('tab', { name: label }),
    panel: (label: string) => within.getByRole('tabpanel', { name: label }),
  };
}

it('shows the panel of the tab that is clicked, under its name', async () => {
  const { tab, panel } = mountTabs();
  await expect.element(panel('Data')).toHaveTextContent('content of data');
  await tab('Network').click();
  await expect.element(panel('Network')).toHaveTextContent('content of network');
  await expect.element(tab('Network')).toHaveAttribute('aria-selected', 'true');
  await expect.element(tab('Data')).toHaveAttribute('aria-selected', 'false');
});

it('moves by arrow keys around the ends, by Home and End, with the focus', async () => {
  const { tab, panel } = mountTabs();
  await tab('Data').click();
  for (const [key, label] of [
    ['ArrowRight', 'Network'],
    ['End', 'Loss'],
    ['ArrowRight', 'Data'],
    ['ArrowLeft', 'Loss'],
    ['Home', 'Data'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`);
    await expect.element(tab(label)).toHaveFocus();
    await expect.element(panel(label)).toBeVisible();
  }
});

it('is one stop for the tab key, and the panel is the next', async () => {
  const { tab, panel } = mountTabs();
  await tab('Network').click();
  await userEvent.keyboard('{Tab}');
  await expect.element(panel('Network')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(tab('Network')).toHaveFocus();
});
