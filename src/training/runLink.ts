import type { EventBody } from './protocol/events.ts';

/** What a run needs from its session. */
export interface RunLink {
  /** Posts an event to the page. `transfer`: the buffers of the event that need not be copied. */
  readonly report: (event: EventBody, transfer?: ArrayBuffer[]) => void;
  /** Lets messages in when that is overdue; false when a command waits and work should stop. */
  readonly letMessagesIn: () => Promise<boolean>;
  /** Milliseconds. */
  readonly now: () => number;
}
