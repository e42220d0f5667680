/** The numbers of a room; docs/protocol.md says why. Times are in milliseconds. */
export const roomLimits = {
  /** Seats without which no round opens. */
  leastSeats: 2,
  /** Seats that a room has at most. */
  mostSeats: 64,
  /** The deadline of the first round. */
  firstDeadline: 10_000,
  shortestDeadline: 2_000,
  longestDeadline: 60_000,
  /** A deadline is this many times what the last rounds took. */
  deadlineFactor: 3,
  /** How many rounds that is measured over. */
  deadlineRounds: 5,
  /** Rounds in a row without an update after which a seat is not waited for any more. */
  misses: 2,
  /** After a restart: how long, and for what share of the last round's clients, is waited. */
  grace: 3_000,
  graceShare: 0.8,
  /** Of a large room so many times the goal are asked, because some will not answer. */
  oversampling: 1.3,
  /** Samples that an update may claim; more would give one client the say. */
  mostSamples: 1000,
  /** An update longer than this many times the median of the last ones is refused. */
  longestNorm: 10,
  /** Updates that the median is of, and without which no update is too long. */
  normsKept: 50,
  leastNorms: 5,
} as const;
