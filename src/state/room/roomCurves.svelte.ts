import type { Scores } from '../../federated/simulation/classRun.ts';
import type { RoundLine, SeatLine } from '../../federated/wire/roomMessages.ts';
import type { CurvePoint } from '../class/classCurves.ts';

/** How good the class was when each round began, as far as this page has seen it. */
export class RoomCurves {
  #points = $state.raw<readonly CurvePoint[]>([]);
  #kilobytes = 0;
  #lastRound = $state.raw<RoundLine>();

  get points(): readonly CurvePoint[] {
    return this.#points;
  }

  /** How the round before ended; undefined before the first. */
  get lastRound(): RoundLine | undefined {
    return this.#lastRound;
  }

  /** The class as round `round` begins with it; an older round means that all began anew. */
  add(round: number, scores: Scores): void {
    const point = { ...scores, central: undefined, round, kilobytes: this.#kilobytes };
    const last = this.#points.at(-1);
    const before = last && round < last.round ? [] : this.#points;
    this.#points = [...before.filter((each) => each.round !== round), point];
  }

  /** A round has ended; with what has travelled until then. */
  close(line: RoundLine, seats: readonly SeatLine[]): void {
    this.#lastRound = line;
    const bytes = seats.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0);
    this.#kilobytes = bytes / 1000;
  }

  forget(): void {
    this.#points = [];
    this.#lastRound = undefined;
  }
}
