type Directives = Readonly<Partial<Record<string, readonly string[]>>>;

/** Nothing from elsewhere; styles inline because Svelte and Plot set them, WebAssembly compiled. */
const base: Directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
};

/** The base policy with more sources allowed, by directive, as the header's text. */
export function contentSecurityPolicy(allows: Directives = {}): string {
  const names = new Set([...Object.keys(base), ...Object.keys(allows)]);
  return Array.from(names, (name) => [name, ...sources(name, allows)].join(' ')).join('; ');
}

/** A directive that the base lacks begins with its default, which it would replace otherwise. */
function sources(name: string, allows: Directives): readonly string[] {
  return [...(base[name] ?? base['default-src'] ?? []), ...(allows[name] ?? [])];
}
