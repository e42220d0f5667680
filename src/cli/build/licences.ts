import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { bundledPackages, nameOf, type BundledPackage } from './bundledPackages.ts';
import { packageNotice } from './packageNotice.ts';

const line = '-'.repeat(80);

/**
 * Writes the project's licence and `third-party-licences.txt` into the build: the packages whose code
 * is in a file of the page or of its workers, with their notices. `page` is a plugin of the build,
 * `worker` makes one for the build of each worker; `licenceFile` is the project's, Apache-2.0.
 */
export function licences(licenceFile: string) {
  const moduleIds = new Set<string>();
  return {
    page: collector(moduleIds, (emit) => {
      const licence = readFileSync(licenceFile, 'utf8');
      emit('LICENSE.txt', licence);
      emit('third-party-licences.txt', thirdPartyLicences(moduleIds, licence));
    }),
    worker: () => collector(moduleIds),
  };
}

type Emit = (fileName: string, source: string) => void;

/** Collects the ids of the modules that have code in the bundle, then calls `finish`. */
function collector(moduleIds: Set<string>, finish?: (emit: Emit) => void): Plugin {
  return {
    name: 'edgewise:licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          if (renderedLength > 0) moduleIds.add(id);
        }
      }
      finish?.((fileName, source) => this.emitFile({ type: 'asset', fileName, source }));
    },
  };
}

function thirdPartyLicences(moduleIds: Iterable<string>, apache: string): string {
  const packages = bundledPackages(moduleIds);
  const groups = new Map<string, BundledPackage[]>();
  for (const bundled of packages) {
    const notice = packageNotice(bundled, apache);
    groups.set(notice, [...(groups.get(notice) ?? []), bundled]);
  }
  return [
    'Edgewise (its own licence is in LICENSE.txt) contains code of these packages:',
    packages.map(title).join('\n'),
    ...Array.from(
      groups,
      ([notice, group]) => `${line}\n${group.map(title).join('\n')}\n\n${notice}`,
    ),
    '',
  ].join('\n\n');
}

function title(bundled: BundledPackage): string {
  return `${nameOf(bundled)} (${bundled.licence})`;
}
