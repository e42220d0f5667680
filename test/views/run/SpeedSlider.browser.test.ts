import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { speeds } from '../../../src/state/experiment/settings.ts';
import SpeedSlider from '../../../src/views/run/SpeedSlider.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountSlider() {
  const asked: number[] = [];
  const view = mountView(SpeedSlider, {
    stepsPerFrame: 5,
    onchange: (stepsPerFrame: number) => {
      asked.push(stepsPerFrame);
      view.props.stepsPerFrame = stepsPerFrame;
    },
  });
  return { ...view, asked, slider: view.within.getByRole('slider', { name: 'speed' }) };
}

it('goes from the slowest speed to the fastest, one at a time', async () => {
  const { slider, asked } = mountSlider();
  slider.element().focus();
  await userEvent.keyboard('{Home}');
  await userEvent.keyboard('{ArrowRight}'.repeat(speeds.length - 1));
  expect(asked).toEqual(speeds.map(({ stepsPerFrame }) => stepsPerFrame));
});

it('says the speed in words', async () => {
  const { props, slider, within } = mountSlider();
  for (const { stepsPerFrame, label } of speeds) {
    props.stepsPerFrame = stepsPerFrame;
    await expect.element(slider).toHaveAttribute('aria-valuetext', label);
    await expect.element(within.getByText(label)).toBeVisible();
  }
});
