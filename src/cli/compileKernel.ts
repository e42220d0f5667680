import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kernelModules } from '../engines/simd/source/kernelModules.ts';

const folder = join(import.meta.dirname, '../engines/simd');

const options = [
  ...['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'],
  ...['--use', 'abort='],
  ...['--disableWarning', '112'], // vectors are only passed between our own modules
];

/** The part of the compiler's API that is used here. */
interface Compiler {
  main(
    words: readonly string[],
    host: {
      readFile(name: string): Promise<string | null>;
      writeFile(name: string, contents: unknown): void;
      listFiles(): string[];
      readonly stderr: { write(chunk: unknown): void };
    },
  ): Promise<{ readonly error: Error | null }>;
}

// Not a literal: its types would be loaded too, and they change the types of arrays everywhere.
const compilerModule = 'assemblyscript/asc';

/**
 * Compiles an AssemblyScript module of the SIMD engine, with all that it imports, to WebAssembly.
 * @param entry its path in the engine's folder; `extra` may hold the text of any module by its path.
 * @throws an Error with the compiler's messages.
 */
export async function compileKernel(
  entry = 'kernel/main.ts',
  extra: ReadonlyMap<string, string> = new Map(),
): Promise<Uint8Array> {
  const compiler = (await import(compilerModule)) as Compiler;
  const modules = new Map([...kernelModules(), ...extra]);
  let binary: Uint8Array | undefined;
  let words = '';
  const { error } = await compiler.main([entry, '--outFile', 'kernel.wasm', ...options], {
    readFile: async (name) => modules.get(name) ?? (await textOf(name)),
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) binary = contents;
    },
    listFiles: () => [],
    stderr: { write: (chunk) => (words += String(chunk)) },
  });
  if (binary && !error && words === '') return binary;
  throw new Error(`the kernel does not compile:\n${words || error?.message}`);
}

async function textOf(name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch {
    return null; // the compiler tries several names
  }
}
