/** The text with its first letter in upper case, for the start of a sentence or a row. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
