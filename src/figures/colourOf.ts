/** Red, green and blue, each from 0 to 255. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/**
 * Reads #rgb or #rrggbb, as the page's tokens and the table of classes are written. Here rather than
 * d3's reader of all colours of CSS, because the first picture waits for it. NaN where it is none of
 * both, as d3 says it too: an element that is not on a page yet has no tokens.
 */
export function colourOf(text: string): Colour {
  const digits = /^\s*#(?:([0-9a-f]{6})|([0-9a-f]{3}))\s*$/i.exec(text);
  const [, long, short] = digits ?? [];
  const all = long ?? short?.replace(/./g, '$&$&');
  const part = (start: number) => parseInt(all?.slice(start, start + 2) ?? '', 16);
  return { r: part(0), g: part(2), b: part(4) };
}
