import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OpenWish } from '../../../src/state/experiment/openWishes.ts';
import WishLine from '../../../src/views/controls/WishLine.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountLine() {
  const granted: string[] = [];
  const wish = (key: string, label: string, wanted: string): OpenWish => ({
    ...{ key, label, wanted },
    grant: () => {
      granted.push(key);
      left = left.filter((each) => each.key !== key);
      view.props.wishes = left;
    },
  });
  let left: readonly OpenWish[] = [
    wish('noise', 'noise', '0.2'),
    wish('rate', 'learning rate r', '0.005'),
  ];
  const view = mountView(WishLine, { wishes: left });
  const button = (name: string) =>
    view.within.getByRole('button', { name: `${name}, as the data set wants it` });
  return { ...view, granted, button };
}

it('has a button for each wish, which names setting and value', async () => {
  const { granted, button } = mountLine();
  await expect.element(button('noise 0.2')).toHaveTextContent('noise 0.2');
  await button('learning rate r 0.005').click();
  expect(granted).toEqual(['rate']);
  await expect.element(button('noise 0.2')).toBeVisible();
  expect(button('learning rate r 0.005').elements()).toEqual([]);
});

it('keeps the focus: on the next wish, and then on what is left of the line', async () => {
  const { within, granted, button } = mountLine();
  await expect.element(button('noise 0.2')).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('learning rate r 0.005')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(granted).toEqual(['noise', 'rate']);
  const rest = within.getByText('as the data set wants it');
  await expect.element(rest).toBeInTheDocument();
  expect(document.activeElement).toBe(rest.element().parentElement);
});
