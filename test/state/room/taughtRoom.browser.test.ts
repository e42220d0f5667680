import { expect, it } from 'vitest';
import { type PlanText, usualPlan, writePlan } from '../../../src/federated/settings/roomPlan.ts';
import type { Asks, Board, Command, RoomSocket } from '../../../src/federated/wire/roomMessages.ts';
import { KeptSeats } from '../../../src/state/room/keptSeats.ts';
import { TaughtRoom } from '../../../src/state/room/taughtRoom.svelte.ts';

const board: Board = {
  code: 'AB23CD',
  addresses: [],
  plan: writePlan(usualPlan),
  round: 0,
  isOpen: false,
  left: 0,
  isPaused: true,
  isLocked: false,
  lesson: { kind: 'free' },
  seats: [],
};

/** A room whose server opens it, and answers commands as the test says. */
async function teach(answer: (command: Command) => string = () => '') {
  const commands: Command[] = [];
  let end: (sentence: string) => void = () => undefined;
  const socket: RoomSocket = {
    ask(name, value) {
      if (name !== 'command') return Promise.resolve({ owner: 'secret', board } as never);
      const command = value as Asks['command']['value'];
      commands.push(command);
      return Promise.resolve(answer(command) as never);
    },
    on(name, listener) {
      if (name === 'over') end = listener as unknown as typeof end;
    },
    onconnection: (listener) => listener(true),
    close: () => undefined,
  };
  const worker = { do: () => Promise.resolve(null as never), close: () => undefined };
  const kept = new KeptSeats(undefined);
  const timer = { now: () => 0, later: () => () => undefined };
  const room = new TaughtRoom({ socket, worker, kept, timer });
  await expect.poll(() => room.phase).toBe('open');
  const plans = () =>
    commands.flatMap((command): PlanText[] => ('plan' in command ? [command.plan] : []));
  return { room, kept, plans, end: (sentence: string) => end(sentence) };
}

it('keeps a change of the plan when another one follows before the server has answered', async () => {
  const { room, plans } = await teach();
  room.train({ rate: 0.5 });
  room.change({ strategy: 'median' });
  const both = {
    ...usualPlan,
    training: { ...usualPlan.training, rate: 0.5 },
    class: { ...usualPlan.class, strategy: 'median' },
  };
  expect(plans()[1]).toEqual(writePlan(both));
  await expect.poll(() => room.plan).toEqual(both);
});

it('stays at its plan where another one is refused', async () => {
  const { room, plans } = await teach(() => 'This cannot be.');
  room.train({ rate: 0.5 });
  await expect.poll(() => room.sentence).toBe('This cannot be.');
  room.train({ batchSize: 20 });
  expect(plans()[1]?.training).toEqual(
    writePlan({ ...usualPlan, training: { ...usualPlan.training, batchSize: 20 } }).training,
  );
  expect(room.plan).toEqual(usualPlan);
});

it('forgets the room when the teacher has ended it, not when the connection was closed', async () => {
  const { room, kept, end } = await teach();
  end('The server has closed the connection of this device.');
  expect([room.phase, kept.room?.owner]).toEqual(['over', 'secret']);
  const other = await teach();
  await other.room.tell({ kind: 'end' });
  expect(other.kept.room).toBeUndefined();
});
