// Takes the place of the package `typescript` (1 MB compressed), which Notebook Kit needs for
// TypeScript cells only.

function refuse(): never {
  throw new SyntaxError('a TypeScript cell cannot be run here; write it in JavaScript');
}

export const ModuleKind: Readonly<Record<string, unknown>> = {};
export const ScriptTarget: Readonly<Record<string, unknown>> = {};
export const transpile = refuse;
export const createProgram = refuse;
export const createSourceFile = refuse;
export const isClassExpression = refuse;
export const isFunctionExpression = refuse;
export const isParenthesizedExpression = refuse;
export const isExpressionStatement = refuse;
