import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** A compression, by its name in HTTP, and how the names of the files end that the build made with it. */
export interface Encoding {
  readonly name: string;
  readonly suffix: string;
}

/** The smallest result first. */
const encodings: readonly Encoding[] = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

/** The encodings that the client accepts, the one that we prefer first. */
export function acceptedEncodings({ headers }: IncomingMessage): readonly Encoding[] {
  const accepted = new Negotiator({ headers }).encodings(encodings.map(({ name }) => name));
  return encodings.filter(({ name }) => accepted.includes(name));
}
