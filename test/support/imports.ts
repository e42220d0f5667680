import { posix } from 'node:path';
import ts from 'typescript';

/**
 * How a file uses another: its values, only its types, or as the entry of a worker that it starts.
 * `import { type A }` counts as a value: the compiler keeps the import.
 */
export type ImportKind = 'value' | 'type' | 'worker';

/** One import as it is written, without Vite's query (`?raw`). */
export interface Import {
  readonly specifier: string;
  readonly kind: ImportKind;
}

/** Text of source files by path; paths are posix and relative to one folder. */
export type Sources = ReadonlyMap<string, string>;

/** Statements of a file; of a component, those of its scripts. */
export function parseSource(path: string, text: string): ts.SourceFile {
  const script = path.endsWith('.svelte') ? scriptsOf(text) : text;
  return ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function scriptsOf(component: string): string {
  const scripts = component.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs);
  return Array.from(scripts, ([, script]) => script).join('\n');
}

/** All imports of a file: static, re-exports, types, dynamic, and the entries of workers. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importIn(node);
    if (one !== undefined) found.push({ ...one, specifier: one.specifier.replace(/\?.*$/, '') });
    ts.forEachChild(node, visit);
  };
  visit(parseSource(path, text));
  return found;
}

function importIn(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return toImport(node.moduleSpecifier, isType ? 'type' : 'value');
  }
  if (ts.isExportDeclaration(node)) {
    return toImport(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return toImport(node.argument.literal, 'type');
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return toImport(node.arguments[0], 'value');
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Worker') {
    const url = node.arguments?.[0];
    return toImport(url && ts.isNewExpression(url) ? url.arguments?.[0] : undefined, 'worker');
  }
  return undefined;
}

function toImport(specifier: ts.Node | undefined, kind: ImportKind): Import | undefined {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
  return { specifier: specifier.text, kind };
}

/** The path of a relative import; undefined for the import of a package. */
export function targetOf(path: string, { specifier }: Import): string | undefined {
  if (!/^\.{1,2}\//.test(specifier)) return undefined;
  return posix.join(posix.dirname(path), specifier);
}

/** Every import cycle that is found, as `a.ts → b.ts → a.ts`. */
export function findCycles(sources: Sources): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const follow = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const one of importsOf(path, sources.get(path) ?? '')) {
      const target = targetOf(path, one);
      if (target !== undefined && sources.has(target)) follow(target, [...trail, path]);
    }
    finished.add(path);
  };
  for (const path of sources.keys()) follow(path, []);
  return cycles;
}
