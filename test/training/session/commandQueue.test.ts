import { describe, expect, it } from 'vitest';
import type { Command, CommandBody } from '../../../src/training/protocol/commands.ts';
import { CommandQueue } from '../../../src/training/session/commandQueue.ts';
import { articleStart } from '../../support/articleStart.ts';

const start: CommandBody = { kind: 'start', ...articleStart };
const { samples } = articleStart;

function command(body: CommandBody, run = 1): Command {
  return { ...body, session: 1, run };
}

/** What a queue hands out that was given these. */
function handedOut(commands: readonly Command[]): Command[] {
  const queue = new CommandQueue();
  for (const each of commands) queue.add(each);
  const taken: Command[] = [];
  for (let next = queue.take(); next; next = queue.take()) taken.push(next);
  expect(queue.isEmpty).toBe(true);
  return taken;
}

describe('a queue of commands', () => {
  it('hands them out in order', () => {
    const commands = [start, { kind: 'train' }, { kind: 'pause' }] as const;
    expect(handedOut(commands.map((each) => command(each)))).toEqual(
      commands.map((each) => command(each)),
    );
  });

  it.each<[string, CommandBody, CommandBody]>([
    [
      'changeSpeed',
      { kind: 'changeSpeed', stepsPerFrame: 1 },
      { kind: 'changeSpeed', stepsPerFrame: 2 },
    ],
    [
      'changeSamples',
      { kind: 'changeSamples', samples, samplesVersion: 2 },
      { kind: 'changeSamples', samples, samplesVersion: 3 },
    ],
    ['watch', { kind: 'watch', watches: articleStart.watches }, { kind: 'watch', watches: [] }],
  ])('keeps the last of several in a row: %s', (_kind, first, second) => {
    const train = command({ kind: 'train' });
    expect(handedOut([command(first), command(second)])).toEqual([command(second)]);
    const apart = [command(first), train, command(second)];
    expect(handedOut(apart)).toEqual(apart);
    const runs = [command(first, 1), command(second, 2)];
    expect(handedOut(runs)).toEqual(runs);
  });

  it('keeps each of the commands that count', () => {
    const step = command({ kind: 'step', unit: 'step' });
    expect(handedOut([step, step, step])).toHaveLength(3);
  });

  it('drops all that comes before a start', () => {
    const again = command(start, 2);
    expect(handedOut([command(start), command({ kind: 'train' }), again])).toEqual([again]);
  });

  it('wakes whoever waits for a command', async () => {
    const queue = new CommandQueue();
    const next = queue.next().then(() => queue.take()?.kind);
    queue.add(command({ kind: 'pause' }));
    expect(await next).toBe('pause');
    const woken = queue.next().then(() => queue.isEmpty);
    queue.wake();
    expect(await woken).toBe(true);
  });
});
