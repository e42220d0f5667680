import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, type BundledPackage } from './bundledPackages.ts';
import { mitText } from './mitText.ts';

const noticeFile = /^(?:(?:un)?licen[cs]e(?:-\w+)?|copying|notice)(?:\.md|\.txt)?$/i;

/** Where the licence of Vite ends and those of packages begin that are in Vite, but not in its helpers. */
const endOfVite = '# Licenses of bundled dependencies';

/** The licences whose texts are known, by what a package without any licence file says. */
const knownTexts = new Map<string, (apache: string) => readonly string[]>([
  ['Apache-2.0', (apache) => [apache]],
  ['Apache-2.0 AND MIT', (apache) => [apache, mitText]],
  ['MIT', () => [mitText]],
]);

/**
 * The texts of a package's licence and notice files. A package under Apache-2.0 or MIT that has none
 * gets the copyright lines of its modules, or its author’s name, and the texts of these; `apache` is the one of Apache-2.0.
 * @throws if the package has no licence file and names another licence, or MIT without a copyright or an author.
 */
export function packageNotice(bundled: BundledPackage, apache: string): string {
  const { folder, licence, modules } = bundled;
  const files = readdirSync(folder).filter((name) => noticeFile.test(name));
  if (files.length > 0) {
    const texts = files.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
    return texts.map((text) => tidy(text.split(endOfVite, 1).join())).join('\n\n');
  }
  const known = knownTexts.get(licence);
  const lines = copyrightLines(modules);
  const copyright = lines.length > 0 ? lines : authorLine(folder);
  // The text of MIT asks for the copyright notice above it.
  if (!known || (licence.endsWith('MIT') && copyright.length === 0)) {
    throw new Error(`${nameOf(bundled)} (${licence}) has no file with the text of its licence.`);
  }
  const parts = [copyright.join('\n'), ...known(apache).map(tidy)];
  return parts.join('\n\n').trimStart();
}

function copyrightLines(paths: readonly string[]): readonly string[] {
  const pattern = /^[\s/*]*(Copyright .*\S)/gm;
  const lines = paths.flatMap((path) =>
    Array.from(readFileSync(path, 'utf8').matchAll(pattern), ([, found = '']) => found),
  );
  return Array.from(new Set(lines)).sort();
}

/** Of a package that names nobody but its author. */
function authorLine(folder: string): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const author =
    typeof manifest === 'object' && manifest && 'author' in manifest && manifest.author;
  return typeof author === 'string' ? [`Author: ${author}`] : [];
}

/** Without carriage returns, spaces at the ends of lines, and empty lines at both ends of the text. */
function tidy(text: string): string {
  return text.replace(/[ \t\r]+$/gm, '').replace(/^\n+|\n+$/g, '');
}
