/** A comment of a text cell that begins with this word is for the speaker alone. */
const notes = /<!--\s*notes:?\s([\s\S]*?)-->/gi;

/** What the text says to the speaker: `<!-- notes Ask first, then press Train. -->`. */
export function speakerNotes(text: string): string {
  return Array.from(text.matchAll(notes), ([, note = '']) => note.trim()).join('\n\n');
}
