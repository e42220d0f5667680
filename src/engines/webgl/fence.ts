import type { WebglDevice } from './device.ts';

/** A mark in the queue of commands that the graphics processor has not reached yet. */
export interface Fence {
  readonly sync: WebGLSync;
}

export function raiseFence({ gl }: WebglDevice): Fence | undefined {
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  return sync ? { sync } : undefined;
}

/** Looks at once after another before there is time to sleep in between. */
const impatient = 50;

/**
 * Until the graphics processor has done all that was asked of it before the fence.
 * @throws EngineLostError if the context is lost before or meanwhile.
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
    await (attempt < impatient ? nextTask() : later());
    device.check();
  }
  gl.deleteSync(fence.sync);
}

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** As soon as the event loop comes round, without the 4 ms that nested timers cost. */
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
 * In about a millisecond. Timers set by timers wait 4 ms at least; this one is set by a message.
 */
async function later(): Promise<void> {
  await nextTask();
  await new Promise((resolve) => setTimeout(resolve, 0));
}
