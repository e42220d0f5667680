/** Milliseconds after which the page is taken for idle where the browser does not say. */
const patience = 300;

/** Resolves when the page has nothing more urgent to do; a second after that was asked at the latest. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, patience);
  });
}
