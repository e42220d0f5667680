import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import SliderRow from '../../../src/views/controls/SliderRow.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountRow(logarithmic: boolean) {
  const taken: number[] = [];
  const view = mountView(SliderRow, {
    name: 'rate',
    value: 0.1,
    range: { min: 0, max: 10 },
    logarithmic,
    onchange: (value: number) => {
      taken.push(value);
      view.props.value = value;
    },
  });
  const { within } = view;
  return {
    ...view,
    taken,
    slider: within.getByRole('slider', { name: 'rate, slider' }),
    field: within.getByRole('textbox', { name: 'rate', exact: true }),
  };
}

it('moves from stop to stop by arrow keys, to the ends by Home and End', async () => {
  const { slider, taken } = mountRow(true);
  slider.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{End}{Home}');
  expect(taken).toEqual([0.15, 0.2, 0.15, 10, 0]);
});

it('has even stops unless it is logarithmic', async () => {
  const { slider, taken } = mountRow(false);
  slider.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(taken).toEqual([0.2, 0.3]);
});

it('takes a value between two stops by its field, and says it', async () => {
  const { slider, field, taken } = mountRow(true);
  await field.fill('0.123');
  await userEvent.keyboard('{Enter}');
  expect(taken).toEqual([0.123]);
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.123');
  await field.fill('11');
  await userEvent.keyboard('{Enter}');
  expect(taken).toEqual([0.123]);
  await expect.element(field).toBeInvalid();
});

it('follows the pointer', async () => {
  const { slider, taken, root } = mountRow(true);
  const { width, height } = slider.element().getBoundingClientRect();
  await slider.click({ position: { x: width - 2, y: height / 2 } });
  expect(taken.at(-1)).toBe(10);
  expect(width).toBeLessThan(root.clientWidth / 2);
});
