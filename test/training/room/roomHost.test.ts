import { expect, it } from 'vitest';
import { dealtSamples } from '../../../src/federated/client/dealtSamples.ts';
import { layoutOf } from '../../../src/federated/layout.ts';
import { usualPlan } from '../../../src/federated/settings/roomPlan.ts';
import { readFrame, writeModelFrame } from '../../../src/federated/wire/frame.ts';
import { modelHash } from '../../../src/federated/wire/modelHash.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { RoomHost } from '../../../src/training/room/roomHost.ts';
import { orderedWorker } from '../../../src/training/room/orderedWorker.ts';
import type { WorkAnswer, WorkOrder } from '../../../src/training/room/roomWork.ts';

const { network } = usualPlan;
const model = { layout: layoutOf(network), hash: modelHash(network) };
const parameters = Float32Array.from(initialParameters(network));
const frame = writeModelFrame(
  { round: 3, epoch: 1, sequence: 3, vector: parameters, variate: new Float32Array() },
  model,
);

/** A worker in this thread, which can be killed. */
function createWorker() {
  const listeners = new Map<string, (event: never) => void>();
  const host = new RoomHost((data) => {
    listeners.get('message')?.({ data } as MessageEvent<WorkAnswer> as never);
  });
  const worker = orderedWorker({
    postMessage: (order: WorkOrder) => void host.receive(order),
    addEventListener: (name: string, listener: (event: never) => void) =>
      void listeners.set(name, listener),
    terminate: () => undefined,
  });
  return { worker, kill: () => listeners.get('error')?.(new Event('error') as never) };
}

it('learns from its own samples, and shows the network that it has sent', async () => {
  const { worker } = createWorker();
  await worker.do('prepare', { plan: usualPlan, place: 2 });
  const { update, local } = await worker.do('learn', { model: frame, poison: '' });
  const sent = readFrame(update, model);
  expect(sent).toMatchObject({
    type: 'update',
    epoch: 1,
    round: 3,
    samples: dealtSamples(usualPlan, 2).labels.length,
  });
  const resolution = 8;
  const own = await worker.do('look', { of: local, resolution });
  const before = await worker.do('look', { of: frame, resolution });
  expect(own.scores.loss).toBeLessThan(before.scores.loss);
  expect(own.field).not.toEqual(before.field);
});

it('looks the same at a device from its change as from its parameters', async () => {
  const { worker } = createWorker();
  await worker.do('prepare', { plan: usualPlan, place: 0 });
  const { update, local } = await worker.do('learn', { model: frame, poison: '' });
  const fromChange = await worker.do('lookAtChange', { model: frame, update, resolution: 8 });
  const fromParameters = await worker.do('look', { of: local, resolution: 8 });
  expect(fromChange.scores.loss).toBeCloseTo(fromParameters.scores.loss, 5);
});

it('refuses what it has no plan or place for, and goes on', async () => {
  const { worker } = createWorker();
  await expect(worker.do('look', { of: frame, resolution: 8 })).rejects.toThrow(/Expected a plan/);
  await worker.do('prepare', { plan: usualPlan, place: undefined });
  await expect(worker.do('learn', { model: frame, poison: '' })).rejects.toThrow(/a place/);
  await expect(worker.do('look', { of: new Uint8Array(40), resolution: 8 })).rejects.toThrow(
    /fault: magic/,
  );
  await expect(worker.do('look', { of: frame, resolution: 8 })).resolves.toHaveProperty('field');
});

it('settles every order when the worker dies, and every one after it', async () => {
  const { worker, kill } = createWorker();
  const order = worker.do('prepare', { plan: usualPlan, place: 1 });
  kill();
  await expect(order).rejects.toThrow(/has stopped/);
  await expect(worker.do('settle', 'ok')).rejects.toThrow(/has stopped/);
});
