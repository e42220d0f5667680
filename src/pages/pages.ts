/** One page of the application. */
export interface Page {
  readonly name: string;
  /** What the navigation calls it. */
  readonly label: string;
  /** Folder of its index.html, both in `src/app/` and in the build: empty, or with a slash at the end. */
  readonly folder: string;
  /** Bytes, as gzip sends them, that it may need before it works. */
  readonly startLimit: number;
  /** What its content security policy allows beyond the base policy, by directive. */
  readonly allows: Readonly<Record<string, readonly string[]>>;
}

/**
 * A source of a policy: the web sockets of this very site, by the name under which it was reached.
 * Older browsers do not count them among 'self' (Safari before 15.4).
 */
export const ownSockets = 'ws://{host}';

/** Every page there is, in the order of the navigation. */
export const pages: readonly Page[] = [
  { name: 'play', label: 'Play', folder: '', startLimit: 150_000, allows: {} },
  {
    name: 'learn',
    label: 'Learn',
    folder: 'learn/',
    startLimit: 140_000,
    allows: {
      // The cells of notebooks are text until they run.
      'script-src': ["'unsafe-eval'"],
      // htl parses attributes such as onclick=::0 before it replaces them.
      'script-src-attr': ["'unsafe-inline'"],
      'connect-src': ['data:', 'blob:'],
      'font-src': ['data:'],
    },
  },
  {
    name: 'class',
    label: 'Class',
    folder: 'class/',
    startLimit: 140_000,
    allows: { 'connect-src': [ownSockets] },
  },
];
