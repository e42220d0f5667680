import { createHash } from 'node:crypto';
import { earlyWorkerScript } from '../pages/earlyWorker.ts';

type Directives = Readonly<Partial<Record<string, readonly string[]>>>;

/**
 * Nothing from other sites, and one inline script: that which starts the worker. Styles may be inline because Svelte and Plot write style attributes, and
 * WebAssembly may be compiled. `frame-ancestors` is absent on purpose: a school may show a page inside
 * its learning platform, and there is no account and no secret that a frame could steal.
 */
const base: Directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'", hashOf(earlyWorkerScript)],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
};

/** The text of the header: the base policy, and the sources that a page allows beyond it, by directive. */
export function contentSecurityPolicy(allows: Directives = {}): string {
  const names = new Set([...Object.keys(base), ...Object.keys(allows)]);
  return Array.from(names, (name) => [name, ...sources(name, allows)].join(' ')).join('; ');
}

/** A directive that the base lacks begins with the default, which it would replace otherwise. */
function sources(name: string, allows: Directives): readonly string[] {
  return [...(base[name] ?? base['default-src'] ?? []), ...(allows[name] ?? [])];
}

/** As a policy names an inline script. */
function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
