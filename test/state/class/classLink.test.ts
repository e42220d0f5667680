import { expect, it } from 'vitest';
import {
  readClassLink,
  usualExperiment,
  writeClassLink,
} from '../../../src/state/class/classLink.ts';

const other = {
  ...usualExperiment,
  set: 'saturn',
  class: {
    ...usualExperiment.class,
    clients: 60,
    strategy: 'bulyan',
    strategyHyperparameters: { faulty: 3 },
    noise: 0.5,
    clip: 1,
  },
  training: { ...usualExperiment.training, rate: 0.02 },
};

it('reads what it writes, and writes nothing of what is as usual', () => {
  expect(writeClassLink(usualExperiment)).toBe('');
  const text = writeClassLink(other);
  expect(text).toMatch(/^data=saturn&clients=60&strategy=bulyan&/);
  expect(readClassLink(`#${text}`)).toEqual({ experiment: other, problems: [] });
});

it('says what cannot be used, and uses the rest', () => {
  const { experiment, problems } = readClassLink('#clients=1&colour=red&encoding=int8');
  expect(experiment).toMatchObject({ class: { clients: 20, encoding: 'int8' } });
  expect(problems).toEqual([
    expect.stringMatching(/^The address says "clients=1", which is not used: .*2.*1000/),
    'The address says "colour=red", but the class has no setting of that name.',
  ]);
});
