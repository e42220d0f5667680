import { chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../support/findChromium.ts';

/** How a page starts; milliseconds since it was asked for, as a rule. */
export interface PageStart {
  /** Anything at all. */
  readonly firstPaint: number;
  /** The field and its boundary. */
  readonly firstBoundary: number;
  /** The last panel beside the plot; all can be used then. */
  readonly complete: number;
  /** Bytes as gzip sends them, until the first boundary. */
  readonly bytes: number;
  /** The longest task of the main thread until the page is complete; 0 if none was over 50 ms. */
  readonly longestTask: number;
}

const starts = 5;

/** The median of each part over five cold starts of a browser that opens the address. */
export async function measureStart(address: string): Promise<PageStart> {
  const measured: PageStart[] = [];
  for (let i = 0; i < starts; i++) measured.push(await oneStart(address));
  const median = (part: keyof PageStart) =>
    measured.map((start) => start[part]).sort((a, b) => a - b)[Math.floor(starts / 2)] ?? NaN;
  return {
    firstPaint: median('firstPaint'),
    firstBoundary: median('firstBoundary'),
    complete: median('complete'),
    bytes: median('bytes'),
    longestTask: median('longestTask'),
  };
}

async function oneStart(address: string): Promise<PageStart> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumArguments,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(watchStart);
    await page.goto(address);
    await page.waitForFunction(() => 'complete' in window.starting, undefined, { polling: 50 });
    return await readStart(page);
  } finally {
    await browser.close();
  }
}

declare global {
  interface Window {
    /** What was seen so far, in milliseconds. */
    starting: { longestTask: number; firstBoundary?: number; complete?: number };
  }
}

/** Notes when the page shows what. Runs in the page, before its scripts; so no function may have a name. */
function watchStart(): void {
  const seen: Window['starting'] = { longestTask: 0 };
  window.starting = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longestTask = Math.max(seen.longestTask, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((_changes, observer) => {
    const boundary = document.querySelector('path.boundary')?.getAttribute('d');
    if (boundary) seen.firstBoundary ??= performance.now();
    if (!boundary || !document.querySelector('[aria-roledescription="chart"] svg')) return;
    seen.complete = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

async function readStart(page: Page): Promise<PageStart> {
  return page.evaluate(() => {
    const { firstBoundary = NaN, complete = NaN, longestTask } = window.starting;
    const entries = performance.getEntries();
    const files = entries.filter(
      (entry): entry is PerformanceResourceTiming =>
        entry instanceof PerformanceResourceTiming && entry.responseEnd <= firstBoundary,
    );
    return {
      firstPaint: entries.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
      firstBoundary,
      complete,
      bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      longestTask,
    };
  });
}
