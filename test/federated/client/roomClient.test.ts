import { expect, it } from 'vitest';
import type { Learner } from '../../../src/federated/client/learner.ts';
import { RoomClient } from '../../../src/federated/client/roomClient.ts';
import { type RoomPlan, usualPlan, writePlan } from '../../../src/federated/settings/roomPlan.ts';
import type { RoomSocket, SeatState, Tells } from '../../../src/federated/wire/roomMessages.ts';

const state: SeatState = {
  seat: 's001',
  name: 'Ada',
  place: 0,
  places: 20,
  plan: writePlan(usualPlan),
  poison: '',
  lesson: { kind: 'free' },
  isPaused: false,
};

/** A server that gives the seat, and says what the test says. */
class SocketDouble implements RoomSocket {
  readonly #listeners = new Map<string, (...values: readonly unknown[]) => void>();

  ask(): Promise<never> {
    return Promise.resolve(state as never);
  }

  on<Name extends keyof Tells>(name: Name, listener: (...values: Tells[Name]) => void): void {
    this.#listeners.set(name, listener as unknown as (...values: readonly unknown[]) => void);
  }

  onconnection(listener: (isConnected: boolean) => void): void {
    listener(true);
  }

  tell<Name extends keyof Tells>(name: Name, ...values: Tells[Name]): void {
    this.#listeners.get(name)?.(...values);
  }

  close(): void {
    this.#listeners.clear();
  }
}

it('waits for the next round after work that failed, and forgets why with another plan', async () => {
  const socket = new SocketDouble();
  const learner: Learner = {
    learn: () => Promise.reject(new Error('The model that came cannot be read (shape).')),
    settle: () => undefined,
  };
  const plans: RoomPlan[] = [];
  const client = new RoomClient({
    socket,
    code: 'AB23CD',
    name: 'Ada',
    token: '0'.repeat(32),
    prepare(plan) {
      plans.push(plan);
      return Promise.resolve(learner);
    },
    onchange: () => undefined,
  });
  await expect.poll(() => client.view.phase).toBe('waiting');
  socket.tell('model', new Uint8Array(32), { asked: true, left: 1000 });
  await expect.poll(() => client.view.sentence).toContain('cannot be read');
  expect(client.view.phase).toBe('waiting');
  const training = { ...usualPlan.training, rate: 0.5 };
  socket.tell('state', { ...state, plan: writePlan({ ...usualPlan, training }) });
  expect(plans).toHaveLength(2);
  expect(client.view.sentence).toBe('');
});
