import type { Scores } from '../../federated/simulation/classRun.ts';
import type { SeatLine } from '../../federated/wire/roomMessages.ts';
import type { CurvePoint } from '../class/classCurves.ts';

/** How good the class was when each round began, as far as this page has seen it. */
export class RoomCurves {
  #points = $state.raw<readonly CurvePoint[]>([]);
  #kilobytes = 0;

  get points(): readonly CurvePoint[] {
    return this.#points;
  }

  /** The class as round `round` begins with it; an older round means that all began anew. */
  add(round: number, scores: Scores): void {
    const point = { ...scores, central: undefined, round, kilobytes: this.#kilobytes };
    const last = this.#points.at(-1);
    const before = last && round < last.round ? [] : this.#points;
    this.#points = [...before.filter((each) => each.round !== round), point];
  }

  /** What has travelled until now, for the points to come. */
  count(seats: readonly SeatLine[]): void {
    const bytes = seats.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0);
    this.#kilobytes = bytes / 1000;
  }

  forget(): void {
    this.#points = [];
  }
}
