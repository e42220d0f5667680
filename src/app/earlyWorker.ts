/** Gives the worker that the page's inline script has started, once; see `pages/earlyWorker.ts`. */
export function takeEarlyWorker(): Worker | undefined {
  const early: unknown = Reflect.get(globalThis, 'earlyWorker');
  if (!(early instanceof Worker)) return undefined;
  early.onerror = null;
  Reflect.deleteProperty(globalThis, 'earlyWorker');
  return early;
}
