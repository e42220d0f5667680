/** Reports what the device prefers, now and whenever it changes. `query`: a media query. */
export function followDevice(query: string, report: (preferred: boolean) => void): void {
  const media = matchMedia(query);
  report(media.matches);
  media.addEventListener('change', () => report(media.matches));
}
