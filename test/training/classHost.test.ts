import { expect, it } from 'vitest';
import { defaultClass } from '../../src/federated/settings/classFields.ts';
import { ClassHost } from '../../src/training/classHost.ts';
import type { ClassCommand, ClassEvent } from '../../src/training/protocol/classMessages.ts';
import { smallSpecification, someSamples } from '../support/networks.ts';

const start: ClassCommand = {
  kind: 'start',
  run: 1,
  settings: { ...defaultClass, clients: 80, poisoned: 80 },
  specification: smallSpecification(),
  samples: someSamples(160),
  evaluation: someSamples(50, 2, 9),
  window: { left: -3, right: 3, bottom: -3, top: 3 },
};

async function answersTo(...commands: readonly ClassCommand[]): Promise<ClassEvent[]> {
  const events: ClassEvent[] = [];
  const host = new ClassHost((event) => events.push(event));
  await Promise.all(commands.map((command) => host.receive(command)));
  return events;
}

it('answers each command once and in order, with pictures of the first clients', async () => {
  const events = await answersTo(start, { kind: 'round', run: 1 }, { kind: 'round', run: 1 });
  expect(events.map(({ kind }) => kind)).toEqual(['started', 'round', 'round']);
  const [started, first, second] = events;
  if (started?.kind !== 'started' || first?.kind !== 'round' || second?.kind !== 'round') return;
  expect(started.clients).toHaveLength(60);
  expect(started.clients.every(({ isPoisoned }) => isPoisoned)).toBe(true);
  expect(started.field).toHaveLength(96 ** 2);
  expect(first.round.activities).toEqual(new Array(80).fill('sent'));
  expect(first.clientFields.map((field) => field?.length)).toEqual(new Array(60).fill(16 ** 2));
  expect(first.clientFields[0]).not.toEqual(first.clientFields[1]);
  expect([first.round.round, second.round.round]).toEqual([1, 2]);
  expect(second.round.central?.accuracy).toBeGreaterThan(0.7);
});

it('has planes for each class where there are three', async () => {
  const three = {
    ...start,
    specification: smallSpecification({ classes: 3 }),
    samples: someSamples(160, 3),
    evaluation: someSamples(50, 3, 9),
  };
  const [started] = await answersTo(three);
  expect(started).toMatchObject({ kind: 'started', field: { length: 3 * 96 ** 2 } });
});

it('says why it cannot: a round of a class that has ended, or none', async () => {
  const other = { kind: 'round', run: 2 } as const;
  const [failed, , failedToo] = await answersTo(other, start, other);
  const message = 'This class has ended; start another one.';
  expect([failed, failedToo]).toEqual([
    { kind: 'failed', run: 2, message },
    { kind: 'failed', run: 2, message },
  ]);
});
