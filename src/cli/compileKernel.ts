import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kernelModules } from '../engines/simd/source/kernelModules.ts';

const folder = join(import.meta.dirname, '../engines/simd');

const options = [
  ...['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'],
  ...['--use', 'abort='],
  ...['--disableWarning', '112'], // vectors go between our own modules only
];

/**
 * WebAssembly of an AssemblyScript module of the SIMD engine, and of all that it imports.
 * @param entry its path from the engine's folder; `extra` may hold its text, or that of others.
 * @throws with the compiler's words.
 */
export async function compileKernel(
  entry = 'kernel/main.ts',
  extra: ReadonlyMap<string, string> = new Map(),
): Promise<Uint8Array> {
  const { default: compiler } = await import('assemblyscript/asc');
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
