import { expect, it } from 'vitest';
import { firstPicture } from '../../../src/app/play/firstPicture.svelte.ts';
import { PageClockDouble } from '../../support/pageClockDouble.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

const moment = () => new Promise((resolve) => setTimeout(resolve));

/** An experiment of which there is no view, and whether its first picture was reported. */
function waiting() {
  const { session, experiment, show } = steeredExperiment();
  const clock = new PageClockDouble();
  let shown = false;
  const promise = firstPicture(experiment, clock).then(() => (shown = true));
  const isShown = async () => {
    await moment();
    return shown;
  };
  return { session, show, clock, promise, isShown };
}

it('tells the worker what to compute before there is a view', async () => {
  const { session } = waiting();
  await Promise.resolve();
  expect(session.watches.map(({ kind }) => kind)).toEqual(['field']);
});

it('is there when the field was painted; then it asks for nothing more', async () => {
  const { session, show, promise, isShown } = waiting();
  expect(await isShown()).toBe(false);
  await show(() => [0, 1]);
  await promise;
  await expect.poll(() => session.watches).toEqual([]);
});

it('is not waited for any more when the run has failed', async () => {
  const { session, promise } = waiting();
  session.phase('failed', 'No engine.');
  await expect(promise).resolves.toBe(true);
});

it('is waited for ten seconds at most', async () => {
  const { clock, promise, isShown } = waiting();
  clock.wait(9_999);
  expect(await isShown()).toBe(false);
  clock.wait(1);
  await expect(promise).resolves.toBe(true);
});
