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

/** Every page there is, in the order of the navigation. */
export const pages: readonly Page[] = [
  { name: 'play', label: 'Play', folder: '', startLimit: 200_000, allows: {} },
];
