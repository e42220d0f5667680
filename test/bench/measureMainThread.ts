import type { Browser, Page } from 'playwright';

/** The cost of training on the page's main thread, which only draws. */
export interface PageCost {
  /** Processor time of the page's main thread for each frame painted. */
  readonly millisecondsPerFrame: number;
  readonly framesPerSecond: number;
  /** The longest task of the main thread, in processor time; over 50 ms the page feels slow. */
  readonly longestTask: number;
  /** The longest task in real time; longer if the thread had to wait for a processor. */
  readonly longestTaskByTheClock: number;
  /** The longest time from a key to the next paint. */
  readonly longestAnswer: number;
}

const warmUp = 2000;
const duration = 5000;
const keys = 20;

/** Measures the page at an address. `train` makes it train at full speed. */
export async function measureMainThread(
  browser: Browser,
  address: string,
  train: (page: Page) => Promise<void>,
): Promise<PageCost> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    await train(page);
    await page.waitForTimeout(warmUp);
    await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
    const frames = page.evaluate(countFrames, duration);
    const answers = await pressKeys(page);
    const seen = await frames;
    const tasks = mainThreadTasks((await browser.stopTracing()).toString());
    return {
      millisecondsPerFrame: tasks.reduce((sum, { busy }) => sum + busy, 0) / seen,
      framesPerSecond: (1000 * seen) / duration,
      longestTask: Math.max(...tasks.map(({ busy }) => busy)),
      longestTaskByTheClock: Math.max(...tasks.map(({ clock }) => clock)),
      longestAnswer: Math.max(...answers),
    };
  } finally {
    await page.close();
  }
}

/** Counts the frames that the page paints. Runs in the page. */
async function countFrames(milliseconds: number): Promise<number> {
  const begun = performance.now();
  let frames = 0;
  while (performance.now() - begun < milliseconds) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames++;
  }
  return frames;
}

/** Milliseconds from each key press to the next paint. */
async function pressKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const answers: number[] = [];
    Object.assign(window, { answers });
    addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => answers.push(performance.now() - timeStamp)));
    });
  });
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(duration / keys / 2);
  }
  return page.evaluate(() => (window as unknown as { answers: number[] }).answers);
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of real time and of processor time; only for events with a duration. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Task {
  readonly clock: number;
  readonly busy: number;
}

/** Milliseconds of the tasks of the busiest main thread of a renderer. */
function mainThreadTasks(trace: string): Task[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const tasks = threads.map(({ pid, tid }) =>
    traceEvents
      .filter((one) => one.pid === pid && one.tid === tid && one.name.endsWith('RunTask'))
      .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, busy: tdur / 1000 })),
  );
  return tasks.reduce((most, some) => (some.length > most.length ? some : most), []);
}
