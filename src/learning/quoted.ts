const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text from outside, in double quotes, for an error message. At most `longest` characters are
 * shown; control characters and marks that change the writing direction are escaped: `"a\u0007"`.
 */
export function quoted(text: string, longest = 40): string {
  // A character takes one or two units; the rest of a long text need not be split.
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  const shown = characters.slice(0, longest).join('').replace(unprintable, escaped);
  return `"${shown}${characters.length > longest ? '…' : ''}"`;
}

/** A longer name is shown cut. */
const longestName = 200;

/**
 * The name of a file for a sentence: as it is where that is unmistakable, else in double quotes as
 * `quoted` shows it.
 */
export function shownName(name: string): string {
  const plain = name !== '' && name.trim() === name && name.length <= longestName;
  return plain && name.search(unprintable) < 0 ? name : quoted(name, longestName);
}

const shortEscapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return shortEscapes.get(character) ?? `\\u${code.toString(16).padStart(4, '0')}`;
}
