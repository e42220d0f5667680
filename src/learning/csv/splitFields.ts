/**
 * The fields of a CSV line, without surrounding spaces and quotes. A comma within quotes does not
 * divide fields, and two quotes within quotes are one (RFC 4180). A field with misplaced quotes
 * keeps them.
 */
export function splitFields(line: string): string[] {
  const fields: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '"') quoted = !quoted;
    if (character !== ',' || quoted) continue;
    fields.push(unquoted(line.slice(start, i)));
    start = i + 1;
  }
  fields.push(unquoted(line.slice(start)));
  return fields;
}

function unquoted(field: string): string {
  const trimmed = field.trim();
  if (!/^"(?:[^"]|"")*"$/.test(trimmed)) return trimmed;
  return trimmed.slice(1, -1).replaceAll('""', '"').trim();
}
