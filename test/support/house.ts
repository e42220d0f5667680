import ts from 'typescript';
import type { Import, Sources } from './imports.ts';
import { importsOf, parseSource, targetOf } from './imports.ts';

/**
 * What a folder (or one file) of src may import beside its own folder. Names are folders or files;
 * packages may end in `*`.
 */
export interface Rule {
  readonly values?: readonly string[];
  /** By `import type` alone. */
  readonly types?: readonly string[];
  /** Entries of workers that it may start. */
  readonly workers?: readonly string[];
  readonly packages?: readonly string[];
  /** For a file: it may not import the rest of its folder. */
  readonly alone?: boolean;
}

/** Rules by folder or file; a file's own rule goes before its folder's. */
export type House = Readonly<Record<string, Rule | undefined>>;

/** Every import that the rules do not allow, as a sentence. */
export function forbiddenImports(sources: Sources, house: House): string[] {
  return Array.from(sources).flatMap(([path, text]) =>
    importsOf(path, text).flatMap((one) => objection(path, one, house) ?? []),
  );
}

function objection(path: string, one: Import, house: House): string | undefined {
  const folder = path.split('/', 1).join();
  const rule = house[path] ?? house[folder];
  if (rule === undefined) return `${path}: the folder ${folder} has no rule`;

  const target = targetOf(path, one);
  if (target === undefined) {
    const mayUse = (rule.packages ?? []).some((name) => isPackage(one.specifier, name));
    return mayUse ? undefined : `${path} may not use the package ${one.specifier}`;
  }
  if (!isAllowed(target, one, rule.alone === true ? rule : withOwn(folder, rule))) {
    return `${path} may not import ${target} (${one.kind})`;
  }
  if (/\.\w+$/.test(target)) return undefined; // the compiler says whether it exists
  return `${path} imports ${target} without its extension`;
}

function withOwn(folder: string, rule: Rule): Rule {
  return {
    values: [...(rule.values ?? []), folder],
    types: rule.types ?? [],
    workers: [...(rule.workers ?? []), folder],
  };
}

function isAllowed(target: string, { kind }: Import, rule: Rule): boolean {
  const values = rule.values ?? [];
  const allowed = {
    value: values,
    type: [...values, ...(rule.types ?? [])],
    worker: rule.workers ?? [],
  };
  return allowed[kind].some((name) => target === name || target.startsWith(`${name}/`));
}

/** Whether an import means the package of that name, or of a name that begins as `name*` does. */
export function isPackage(specifier: string, name: string): boolean {
  if (name.endsWith('*')) return specifier.startsWith(name.slice(0, -1));
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** Files that only pass on what others export. */
export function findBarrels(sources: Sources): string[] {
  return Array.from(sources)
    .filter(([path, text]) => {
      const { statements } = parseSource(path, text);
      return statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one));
    })
    .map(([path]) => path);
}

/** Files that export under no name. */
export function findDefaultExports(sources: Sources): string[] {
  return Array.from(sources)
    .filter(([path, text]) =>
      parseSource(path, text).statements.some(
        (one) =>
          ts.isExportAssignment(one) ||
          (ts.canHaveModifiers(one) &&
            ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
      ),
    )
    .map(([path]) => path);
}
