/** What a request asks for; both parts still escaped, the query with its question mark. */
export interface RequestTarget {
  readonly path: string;
  readonly query: string;
}

/**
 * Reads the target of a request in its two forms (RFC 9112, section 3.2): `/path?query`, and
 * `http://host/path?query` as a proxy writes it. Undefined for every other text.
 */
export function requestTarget(text: string): RequestTarget | undefined {
  const url = text.startsWith('/') ? `http://localhost${text}` : text;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return { path: pathname, query: search };
}
