import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

/** Where the parts are in the build, from the page of the notebooks. */
const folder = 'learn/export/';

/**
 * Builds each entry into one file of text, with its styles, its fonts and its workers in it, for what
 * the page of the notebooks saves. `entries`: files by the name of the part. `config`: root and plugins.
 */
export function exportedParts(
  entries: Readonly<Record<string, string>>,
  config: () => InlineConfig,
): Plugin {
  return {
    name: 'edgewise:exported-parts',
    apply: 'build',
    async generateBundle() {
      for (const [name, entry] of Object.entries(entries)) {
        const source = await buildOneFile(entry, config());
        this.emitFile({ type: 'asset', fileName: `${folder}${name}.txt`, source });
      }
    },
  };
}

async function buildOneFile(entry: string, config: InlineConfig): Promise<string> {
  const output = { codeSplitting: false };
  const checks = { bundlerTimings: false };
  const result = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    // From a disk, Chromium starts no worker whose script is a module.
    worker: { format: 'iife', rolldownOptions: { output, checks } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: Infinity,
      modulePreload: false,
      rolldownOptions: { input: entry, output, checks, preserveEntrySignatures: 'strict' },
    },
  });
  return oneFile(filesOf(result));
}

type BuiltFile = Rolldown.OutputChunk | Rolldown.OutputAsset;

function filesOf(result: Awaited<ReturnType<typeof build>>): readonly BuiltFile[] {
  if (Array.isArray(result)) return result.flatMap(({ output }) => output);
  if ('output' in result) return result.output;
  throw new Error('Expected a build that ends, not one that watches.');
}

/** The script, with the styles at its head. */
function oneFile(files: readonly BuiltFile[]): string {
  const texts = { '.js': '', '.css': '' };
  for (const file of files) {
    const ending = /\.(?:js|css)$/.exec(file.fileName)?.[0] as keyof typeof texts | undefined;
    if (ending === undefined || texts[ending] !== '') {
      throw new Error(`Expected one script and its styles, and got ${file.fileName}, too.`);
    }
    texts[ending] = file.type === 'chunk' ? file.code : String(file.source);
  }
  const styles = JSON.stringify(texts['.css']);
  return (
    `document.head.append(Object.assign(document.createElement('style'),{textContent:${styles}}));` +
    `\n${texts['.js']}`
  );
}
