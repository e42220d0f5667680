/** The browser's storage; undefined where it is forbidden, and then nothing outlives the page. */
export function pageStorage(
  kind: 'localStorage' | 'sessionStorage' = 'localStorage',
): Storage | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}
