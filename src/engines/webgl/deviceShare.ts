import { createDevice, type WebglDevice } from './device.ts';

/** After so many engines an idle device is given up, with all the programs compiled for them. */
const mostBorrowings = 64;

/*
 * Browsers allow about 16 WebGL contexts, and what one has compiled another must compile anew. So
 * the engines of a thread share one device for as long as it is not lost. It holds no state of
 * theirs.
 */
let shared: WebglDevice | undefined;
let borrowings = 0;
const users = new Map<WebglDevice, number>();

/** @throws an Error with a sentence where WebGL 2 in full precision is not to be had. */
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
