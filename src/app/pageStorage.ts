/** The browser's storage; undefined where it is forbidden, and then nothing outlives the page. */
export function pageStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
