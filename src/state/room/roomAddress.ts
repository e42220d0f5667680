/** What the page of the class shows. */
export type ClassPlace =
  | { readonly kind: 'simulation' }
  /** The teacher's projector. */
  | { readonly kind: 'teach' }
  /** A device of a room; the code is empty where it is still to be typed. */
  | { readonly kind: 'join'; readonly code: string };

/** Reads the text after the # of the page's address. */
export function placeOf(hash: string): ClassPlace {
  const text = hash.replace(/^#/, '');
  if (text === 'teach') return { kind: 'teach' };
  if (text === 'join') return { kind: 'join', code: '' };
  const code = /^room=([^&]{1,20})$/i.exec(text)?.[1];
  return code === undefined ? { kind: 'simulation' } : { kind: 'join', code: tidyCode(code) };
}

/** A code as it is written, however it was typed. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[^\dA-Z]/g, '');
}

/** Where a device joins. @param address of the site, with a slash at the end. */
export function joinAddress(address: string, code: string): string {
  return `${address}class/#room=${code}`;
}
