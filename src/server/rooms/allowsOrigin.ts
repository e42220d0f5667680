/**
 * Whether a page of that origin may open a connection: one of this very site, under whatever
 * address it was reached; a program, which sends no origin, may too.
 */
export function allowsOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
