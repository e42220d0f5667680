import type { Room } from '../../federated/room/room.ts';
import type { SeatCondition } from '../../federated/wire/roomMessages.ts';
import type { Seat } from './seatBook.ts';

/** Where a device is. @param lastSeats whose updates the last round had. */
export function conditionOf(
  { seat, isHere, isSilent }: Seat,
  open: Room['open'],
  lastSeats: readonly string[],
): SeatCondition {
  if (!isHere) return 'gone';
  if ((open?.seats ?? lastSeats).includes(seat)) return 'sent';
  if (isSilent) return 'silent';
  return open?.cohort.includes(seat) ? 'training' : 'waiting';
}

/** Whether an update of the device may count in the round that is open; S8 lets silent ones send. */
export function isAsked({ seat, isSilent }: Seat, open: Room['open']): boolean {
  if (!open || open.seats.includes(seat)) return false;
  return isSilent || open.cohort.includes(seat);
}
