import { expect, it } from 'vitest';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import { SessionDouble } from '../../support/sessionDouble.ts';

it('shows the trouble of a run and what the address got wrong, and lets them go', () => {
  const session = new SessionDouble();
  const problems = ['The address says a=b.'];
  const { notices } = createExperiment({ connect: session.connect, problems });
  session.phase('diverged', 'The rate is too high.');
  expect(notices.sentences).toEqual(['The rate is too high.', 'The address says a=b.']);
  expect(notices.dismissable).toBe(true);
  notices.dismiss();
  expect(notices.sentences).toEqual(['The rate is too high.']);
  expect(notices.dismissable).toBe(false);
});

it('shows a refusal until it is dismissed', () => {
  const session = new SessionDouble();
  const { notices } = createExperiment({ connect: session.connect });
  session.deliver({ kind: 'refused', command: 'save', message: 'There is no model yet.' });
  expect(notices.sentences).toEqual(['There is no model yet.']);
  notices.dismiss();
  expect(notices.sentences).toEqual([]);
});
