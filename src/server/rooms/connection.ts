import type { Tells } from '../../federated/wire/roomMessages.ts';

/** The other end of a connection. */
export interface Connection {
  tell<Name extends keyof Tells>(name: Name, ...values: Tells[Name]): void;
  /** Says why, a full sentence, and closes. */
  end(sentence: string): void;
}
