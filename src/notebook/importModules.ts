/** Loads a module. */
export type LoadModule = () => Promise<object>;

/** What cells may import: packages by name, and files beside the notebook by name. */
export interface ModuleTable {
  readonly packages: Readonly<Record<string, LoadModule>>;
  readonly files: Readonly<Record<string, LoadModule>>;
}

/** As Notebook Kit writes `npm:d3@7`. */
const packageAddress =
  /^https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/]+\/)?[^/@]+)(?:@[^/]+)?(?:\/.*)?$/;

/**
 * Loads what a cell imports from the table, and nothing from elsewhere.
 * @throws Error with a sentence for anything that is not in the table.
 */
export async function importFrom(table: ModuleTable, specifier: string): Promise<object> {
  const name = packageAddress.exec(specifier)?.[1];
  if (name !== undefined) return loadFrom(table.packages, name, 'npm:');
  const file = /^\.\/([^/]+)$/.exec(specifier)?.[1];
  if (file !== undefined) return loadFrom(table.files, file, './');
  throw new Error(`"${specifier}" cannot be imported here, where nothing comes from elsewhere`);
}

function loadFrom(modules: ModuleTable['files'], name: string, prefix: string): Promise<object> {
  const load = Object.hasOwn(modules, name) ? modules[name] : undefined;
  if (load) return load();
  const names = Object.keys(modules).map((each) => `${prefix}${each}`);
  throw new Error(`"${prefix}${name}" cannot be imported here; there are ${names.join(', ')}`);
}
