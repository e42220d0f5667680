import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { LaterPart } from '../../../src/state/page/laterPart.svelte.ts';
import LaterCase from '../../support/LaterCase.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

/** A part that is fetched as often as the answers say whether it comes. */
function partThat(...answers: readonly ('comes' | 'fails')[]) {
  let fetches = 0;
  const part = new LaterPart(() => {
    const answer = answers[fetches++];
    return answer === 'comes' ? Promise.resolve('chart') : Promise.reject(new TypeError());
  });
  return { part, fetches: () => fetches };
}

/** Until everything that needs no outside event has happened. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await tick();
}

it('keeps the room of a part until it has come', async () => {
  const { part } = partThat('comes');
  const { within } = mountView(LaterCase, { part });
  await expect.element(within.getByText('chart')).toBeVisible();
  await expect.element(within.getByText('room')).not.toBeInTheDocument();
});

it('shows a part at once where it was shown before', async () => {
  const { part } = partThat('comes');
  await part.load();
  const { root } = mountView(LaterCase, { part });
  expect(root.textContent).toBe('chart');
});

it('loads nothing before the first picture', async () => {
  const { part, fetches } = partThat('comes');
  let show: () => void = () => undefined;
  const firstPicture = new Promise<void>((resolve) => (show = resolve));
  const { within } = mountView(LaterCase, { part, firstPicture });
  await settled();
  expect(fetches()).toBe(0);
  await expect.element(within.getByText('room')).toBeVisible();
  show();
  await expect.element(within.getByText('chart')).toBeVisible();
});

it('does not let the user wait for the first picture', async () => {
  const { part, fetches } = partThat('comes');
  const firstPicture = new Promise<void>(() => undefined);
  const { within, props } = mountView(LaterCase, { part, firstPicture, wanted: false });
  await settled();
  expect(fetches()).toBe(0);
  props.wanted = true;
  await expect.element(within.getByText('chart')).toBeVisible();
});

it('says that a part could not be loaded, and tries again', async () => {
  const { part } = partThat('fails', 'fails', 'comes');
  const { within } = mountView(LaterCase, { part });
  const sentence = within.getByText(
    'The chart could not be loaded: try again, or reload the page.',
  );
  const button = within.getByRole('button', { name: 'Try again' });
  await expect.element(sentence).toBeVisible();
  await button.click();
  await expect.element(sentence).toBeVisible();
  await button.click();
  await expect.element(within.getByText('chart', { exact: true })).toBeVisible();
  await expect.element(sentence).not.toBeInTheDocument();
});

it('complains of a part that the user opens only while it is open', async () => {
  const { part } = partThat('fails');
  const { within, props } = mountView(LaterCase, { part, wanted: false });
  const sentence = within.getByText('could not be loaded');
  await expect.poll(() => part.failed).toBe(true);
  await expect.element(sentence).not.toBeInTheDocument();
  props.wanted = true;
  await expect.element(sentence).toBeVisible();
});
