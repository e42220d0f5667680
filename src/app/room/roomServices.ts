import type { RoomSocket } from '../../federated/wire/roomMessages.ts';
import { connectRoom } from '../../training/room/connectRoom.ts';
import { orderedWorker } from '../../training/room/orderedWorker.ts';
import type { RoomWorker } from '../../training/room/roomWork.ts';
import { createWorker } from '../trainingServices.ts';

/** The way to the rooms of the site that the page is from. */
export function openSocket(): RoomSocket {
  return connectRoom(location.href);
}

/** A worker for a page of a room. */
export function openWorker(): RoomWorker {
  return orderedWorker(createWorker('room'));
}

/** Of the site, with a slash at the end: one folder above the page. */
export function siteAddress(): string {
  return new URL('../', location.href.replace(/#.*$/, '')).href;
}
