/** A piece of a formula in the form in which it is set. */
export interface FormulaPiece {
  /** A letter is a variable, set in italics; a sign is anything that is neither letter nor number. */
  readonly kind: 'letter' | 'number' | 'sign';
  readonly text: string;
  /** A subscript. */
  readonly below: string;
  /** A superscript. */
  readonly above: string;
}

const grammar =
  /(?<digits>\d[\d.]*)(?:e(?<exponent>[-−]?\d+))?|(?<letter>\p{L}+)(?<index>[₀-₉]*)|\^(?:\((?<sum>[^)]*)\)|(?<power>\w))|(?<square>²)|./gsu;

/** The pieces of a line such as `w ← w − r·(m / (1 − β₁^t))`; `1e-7` becomes a power of ten. */
export function formulaPieces(line: string): readonly FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  for (const { 0: text, groups = {} } of line.matchAll(grammar)) {
    const { digits, exponent, letter, index, sum, power = sum, square } = groups;
    const above = square === undefined ? power : '2';
    if (above !== undefined) raise(pieces, above);
    else if (digits !== undefined) pieces.push(numberPiece(digits, exponent));
    else if (letter?.length === 1) pieces.push(letterPiece(letter, index));
    else addSign(pieces, text); // a word such as `max` is no variable, either
  }
  return pieces;
}

/** Writes a superscript at the last piece. */
function raise(pieces: FormulaPiece[], above: string): void {
  const base = pieces.pop() ?? { kind: 'sign', text: '', below: '', above: '' };
  pieces.push({ ...base, above });
}

function numberPiece(digits: string, exponent: string | undefined): FormulaPiece {
  if (exponent === undefined) return { kind: 'number', text: digits, below: '', above: '' };
  const text = digits === '1' ? '10' : `${digits}·10`;
  return { kind: 'number', text, below: '', above: exponent.replace('-', '−') };
}

function letterPiece(text: string, index = ''): FormulaPiece {
  const below = index.replace(/./g, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)));
  return { kind: 'letter', text, below, above: '' };
}

function addSign(pieces: FormulaPiece[], text: string): void {
  const last = pieces.at(-1);
  const joins = last?.kind === 'sign' && last.above === '' && last.below === '';
  if (joins) pieces.pop();
  pieces.push({ kind: 'sign', text: (joins ? last.text : '') + text, below: '', above: '' });
}
