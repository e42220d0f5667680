import type { WebglDevice } from './device.ts';

/** A mark in the queue of commands of the graphics processor. */
export interface Fence {
  readonly sync: WebGLSync;
}

export function raiseFence({ gl }: WebglDevice): Fence | undefined {
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  return sync ? { sync } : undefined;
}

/** Polls without a pause before `waitForFence` begins to sleep between two polls. */
const eagerPolls = 50;

/**
 * Resolves when the graphics processor has executed all commands before the fence.
 * @throws EngineLostError if the context is lost before that.
 */
export async function waitForFence(
  device: WebglDevice,
  fence: Fence | undefined = raiseFence(device),
): Promise<void> {
  device.check();
  if (!fence) return;
  const { gl } = device;
  for (let attempt = 0; ; attempt++) {
    const state = gl.clientWaitSync(fence.sync, 0, 0);
    if (state === gl.ALREADY_SIGNALED || state === gl.CONDITION_SATISFIED) break;
    await (attempt < eagerPolls ? nextTask() : later());
    device.check();
  }
  gl.deleteSync(fence.sync);
}

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** Resolves in the next task of the event loop, without the 4 ms delay of nested timers. */
function nextTask(): Promise<void> {
  channel ??= openChannel();
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });
}

function openChannel(): MessageChannel {
  const opened = new MessageChannel();
  opened.port1.onmessage = () => waiting.shift()?.();
  return opened;
}

/**
 * Resolves after about a millisecond. A timer set by a timer waits at least 4 ms; this one is set
 * by a message.
 */
async function later(): Promise<void> {
  await nextTask();
  await new Promise((resolve) => setTimeout(resolve, 0));
}
