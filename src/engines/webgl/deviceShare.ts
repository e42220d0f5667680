import { createDevice, type WebglDevice } from './device.ts';

/**
 * An unused device is disposed of after this many engines, with all the programs compiled for them.
 */
const mostBorrowings = 64;

/*
 * Browsers allow about 16 WebGL contexts, and each context compiles its programs itself. So the
 * engines of a thread share one device until it is lost. It holds no state of the engines.
 */
let shared: WebglDevice | undefined;
let borrowings = 0;
const users = new Map<WebglDevice, number>();

/** @throws Error with a sentence where there is no WebGL 2 in full precision. */
export function borrowDevice(): WebglDevice {
  if (!shared || isLost(shared)) {
    shared = createDevice();
    borrowings = 0;
  }
  borrowings++;
  users.set(shared, (users.get(shared) ?? 0) + 1);
  return shared;
}

export function returnDevice(device: WebglDevice): void {
  const left = (users.get(device) ?? 1) - 1;
  users.set(device, left);
  if (left > 0 || (device === shared && !isLost(device) && borrowings < mostBorrowings)) return;
  users.delete(device);
  if (device === shared) shared = undefined;
  device.dispose();
}

function isLost(device: WebglDevice): boolean {
  try {
    device.check();
    return false;
  } catch {
    return true;
  }
}
