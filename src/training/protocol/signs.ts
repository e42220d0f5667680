import type { Address } from './commands.ts';
import type { SessionEvent } from './events.ts';

/** How a session shows that it lives, by which the page tells a hang from hard work. */
export type SignBody =
  /** Answers the ping of that number: the commands before it are carried out, and it can take more. */
  | { readonly kind: 'pong'; readonly ping: number }
  /** A piece of work begins that may take long, or has ended. */
  | { readonly kind: 'effort'; readonly hard: boolean };

/** A sign of life of a session. */
export type Sign = Address & SignBody;

/** All that a worker posts to the page. */
export type SessionMessage = SessionEvent | Sign;

export function isSign(message: SessionMessage): message is Sign {
  return message.kind === 'pong' || message.kind === 'effort';
}
