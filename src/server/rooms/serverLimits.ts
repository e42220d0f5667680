/** What one server takes; docs/protocol.md says why. Times are in milliseconds. */
export const serverLimits = {
  /** Bytes of one message that a client sends: an update of about 2,000 parameters. */
  messageBytes: 8192,
  rooms: 100,
  /** Connections at the same time: of all, and from one address, which a whole school may share. */
  connections: 3000,
  connectionsPerAddress: 300,
  /** Until a connection that has said nothing of use is closed. */
  greeting: 60_000,
  /** A connection is looked after this often, and is lost after as much silence again. */
  ping: 5000,
  /** Until a connection has finished its handshake. */
  connecting: 5000,
  /** Messages of one client: a second, and at once. */
  messages: { perSecond: 5, burst: 20 },
  /** Faults after which a client is shown the door. */
  faults: 3,
  /** Messages that wait for a slow reader before it is let go. */
  waitingMessages: 64,
  /** Wrong codes: from one address a minute (a class types at the same time), from all a second. */
  triesPerAddress: 20,
  triesPerSecond: 10,
  /** Milliseconds between the openings of two rounds: as much as the eye can follow. */
  pace: 500,
  /** A room in which nothing happens ends after this long. */
  idleRoom: 24 * 3_600_000,
  /** Boards to a teacher are so far apart. */
  board: 250,
} as const;
