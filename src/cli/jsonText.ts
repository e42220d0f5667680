/** What JSON need not escape but a terminal would act on or hide. */
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON with a line end; characters that a terminal would act on are escaped. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2).replace(invisible, escaped)}\n`;
}

/** In UTF-16, as JSON has it. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }).join('');
}

/** Whether the words of a command ask for its result as JSON. */
export function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? words.length : end).includes('--json');
}
