import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it, such as `MIT`. */
  readonly licence: string;
  readonly folder: string;
  /** Paths of its modules in the bundle. */
  readonly modules: readonly string[];
}

/** A package's folder, and modules without a file that it adds to a bundle, by how their ids begin. */
interface Helper {
  readonly prefixes: readonly string[];
  readonly folder: string;
}

const vite = createRequire(import.meta.url).resolve('vite/package.json');
const rolldown = createRequire(vite).resolve('rolldown/package.json');

const helpers: readonly Helper[] = [
  { prefixes: ['\0vite/', '__vite-'], folder: dirname(vite) },
  { prefixes: ['\0rolldown/'], folder: dirname(rolldown) },
];

/**
 * The packages of these modules, sorted by name. Modules of the project itself have none.
 * @throws for a module without a file whose package is not known.
 */
export function bundledPackages(moduleIds: Iterable<string>): readonly BundledPackage[] {
  const modules = new Map<string, string[]>();
  for (const id of moduleIds) {
    const folder = packageFolder(id);
    if (folder !== undefined) modules.set(folder, [...(modules.get(folder) ?? []), id]);
  }
  const packages = Array.from(modules, ([folder, ids]) => describe(folder, ids));
  return packages.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Name and version. */
export function nameOf({ name, version }: BundledPackage): string {
  return `${name} ${version}`;
}

function packageFolder(id: string): string | undefined {
  const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [];
  if (folder !== undefined) return folder.replace('\0', '');
  const helper = helpers.find(({ prefixes }) => prefixes.some((prefix) => id.startsWith(prefix)));
  if (helper === undefined && id.startsWith('\0')) {
    throw new Error(`The bundle has a module of an unknown package: ${JSON.stringify(id)}.`);
  }
  return helper?.folder;
}

function describe(folder: string, ids: readonly string[]): BundledPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = (key: string) => {
    const value: unknown = Reflect.get(Object(manifest), key);
    if (typeof value === 'string') return value;
    throw new Error(`Expected the package.json in ${folder} to have the text "${key}".`);
  };
  const modules = ids.map((id) => id.replace('\0', '').replace(/\?.*$/, ''));
  return {
    ...{ name: text('name'), version: text('version'), licence: text('license') },
    ...{ folder, modules },
  };
}
