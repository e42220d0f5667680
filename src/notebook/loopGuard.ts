import { parseExpressionAt, type Node } from 'acorn';
import { simple } from 'acorn-walk';

/** Milliseconds that loops may run without a pause in which the page can answer. */
const limit = 3000;

/** Passes of a loop between two looks at the clock. */
const stride = 1024;

interface Insertion {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
}

/**
 * The text of a function, with a call of `$pass` in every pass of every loop, and `$import` for
 * `import`. No line is added or taken away.
 */
export function guardCode(code: string): string {
  const insertions: Insertion[] = [];
  const loop = ({ body }: Node & { body?: Node }) => {
    if (!body) return;
    insertions.push({ at: body.start, remove: 0, text: '{$pass();' });
    insertions.push({ at: body.end, remove: 0, text: '}' });
  };
  simple(parseExpressionAt(code, 0, { ecmaVersion: 'latest', sourceType: 'module' }), {
    ImportExpression: ({ start }: Node) => {
      insertions.push({ at: start, remove: 'import'.length, text: '$import' });
    },
    ForStatement: loop,
    ForInStatement: loop,
    ForOfStatement: loop,
    WhileStatement: loop,
    DoWhileStatement: loop,
  });
  return insert(code, insertions);
}

let passes = 0;
/** When the present turn of the event loop began, as far as loops have noticed it. */
let since: number | undefined;

/** @throws RangeError when loops have run too long since the page could last answer. */
export function passLoop(): void {
  if (++passes % stride !== 0) return;
  const now = performance.now();
  if (since === undefined) {
    since = now;
    setTimeout(() => (since = undefined));
  } else if (now - since > limit) {
    throw new RangeError(`a loop ran for more than ${limit / 1000} seconds and was stopped`);
  }
}

/** At one place, what takes nothing away comes first: a body may begin with an import. */
function insert(code: string, insertions: readonly Insertion[]): string {
  const inOrder = insertions.toSorted((a, b) => a.at - b.at || a.remove - b.remove);
  let result = '';
  let end = 0;
  for (const { at, remove, text } of inOrder) {
    result += code.slice(end, at) + text;
    end = at + remove;
  }
  return result + code.slice(end);
}
