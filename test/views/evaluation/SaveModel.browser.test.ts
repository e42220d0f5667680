import { expect, it, onTestFinished } from 'vitest';
import type { ModelFiles } from '../../../src/learning/modelFiles.ts';
import SaveModel from '../../../src/views/evaluation/SaveModel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

interface Download {
  readonly name: string;
  readonly content: Promise<string>;
}

/** What the page downloads until the test has ended; it is kept from the disk. */
function downloads(): readonly Download[] {
  const list: Download[] = [];
  const keep = (event: NavigateEvent) => {
    if (event.downloadRequest === null) return;
    event.preventDefault();
    const content = fetch(event.destination.url).then((answer) => answer.text());
    list.push({ name: event.downloadRequest, content });
  };
  navigation.addEventListener('navigate', keep);
  onTestFinished(() => navigation.removeEventListener('navigate', keep));
  return list;
}

const model: ModelFiles = {
  name: 'edgewise-2-20-2-1a2b3c4d',
  modelJson: '{"format":"layers-model"}',
  weights: new TextEncoder().encode('weights').buffer,
  note: '',
};

function mountButton() {
  const { session, experiment } = steeredExperiment();
  const problems: string[] = [];
  const onproblem = (sentence: string) => problems.push(sentence);
  const { within } = mountView(SaveModel, { onsave: () => experiment.run.model(), onproblem });
  return {
    session,
    experiment,
    problems,
    button: within.getByRole('button', { name: 'Save model' }),
  };
}

it('downloads the description and the weights when they have come', async () => {
  const { session, button } = mountButton();
  const files = downloads();
  await button.click();
  expect(session.of('save')).toHaveLength(1);
  expect(files).toEqual([]);
  session.deliver({ kind: 'model', files: model });
  await expect
    .poll(() => files.map(({ name }) => name))
    .toEqual(['edgewise-2-20-2-1a2b3c4d.json', 'edgewise-2-20-2-1a2b3c4d.bin']);
  const contents = await Promise.all(files.map(({ content }) => content));
  expect(contents).toEqual(['{"format":"layers-model"}', 'weights']);
});

it('says what the model needs before it can be loaded', async () => {
  const { session, experiment, button } = mountButton();
  const files = downloads();
  await button.click();
  session.deliver({ kind: 'model', files: { ...model, note: 'tfjs has no sine.' } });
  await expect.poll(() => files.length).toBe(2);
  expect(experiment.notices.sentences).toEqual(['tfjs has no sine.']);
});

it('says so where the browser lets the page save no files, and saves neither', async () => {
  const { session, button, problems } = mountButton();
  const files = downloads();
  const own = URL.createObjectURL.bind(URL);
  let made = 0;
  URL.createObjectURL = (content: Blob) => {
    if (++made > 1) throw new TypeError('Not allowed.');
    return own(content);
  };
  onTestFinished(() => {
    URL.createObjectURL = own;
  });
  await button.click();
  session.deliver({ kind: 'model', files: model });
  await expect
    .poll(() => problems)
    .toEqual([
      'The model was not saved, because this browser lets the page save no files (Not allowed).',
    ]);
  expect(files).toEqual([]);
});

// Vitest fails by a rejection that nobody catches.
it('downloads nothing when it is refused, and leaves the reason to the run', async () => {
  const { session, experiment, button } = mountButton();
  const files = downloads();
  await button.click();
  session.deliver({ kind: 'refused', command: 'save', message: 'There is no network yet.' });
  expect(experiment.notices.sentences).toEqual(['There is no network yet.']);
  expect(files).toEqual([]);
});
