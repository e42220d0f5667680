import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { buildApplication } from '../../src/cli/build/buildApplication.ts';
import { engineTitle } from '../../src/engines/engineNames.ts';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { chromiumArguments, findChromium } from '../support/findChromium.ts';
import { manySteps } from './benchCases.ts';
import { withBenchPages } from './withBenchPages.ts';
import { type BenchResult, benchReport } from './benchReport.ts';
import { measureEngines, measureGrid, measureGrowth, measureThroughput } from './measureEngines.ts';
import { measureDiagram } from './measureDiagram.ts';
import { measureMainThread } from './measureMainThread.ts';
import { measureMemory } from './measureMemory.ts';
import { measureRooms } from './measureRooms.ts';
import { measureStart } from './measureStart.ts';

/** `npm run bench [-- --json]`: measures steps, fields, memory and the page. */

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const tell = (line: string) => process.stderr.write(`${line}\n`);

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  const result = await measure(browser);
  console.log(values.json ? JSON.stringify(result, null, 2) : benchReport(result));
} finally {
  await browser.close();
}

async function measure(browser: Browser): Promise<BenchResult> {
  const measured = await withBenchPages(async (address) => {
    const page = await browser.newPage();
    await page.goto(`${address}/`);
    const engines = await measureEngines(page, tell);
    tell('all points of a grid');
    const grid = await measureGrid(page);
    tell('8×64 against the peak');
    const throughput = await measureThroughput(page);
    const growth = await measureGrowth(page, tell);
    tell(`memory over ${manySteps} steps`);
    const memory = await measureMemory(page);
    await page.close();
    tell('ten experiments on one page');
    const ten = await measureMainThread(browser, `${address}/ten.html`, trainAll);
    return { engines, grid, throughput, growth, memory, ten };
  });
  return {
    browser: `Chromium ${browser.version()}`,
    graphics: await graphicsProcessor(browser),
    ...measured,
    ...(await measurePage(browser)),
    rooms: await measureLoads(),
  };
}

async function measureLoads(): Promise<BenchResult['rooms']> {
  tell('200 devices in a room, then 60 rooms of 10');
  return [await measureRooms(1, 200), await measureRooms(60, 600)];
}

async function measurePage(
  browser: Browser,
): Promise<Pick<BenchResult, 'start' | 'page' | 'diagram'>> {
  const root = join(import.meta.dirname, '../..');
  const folder = await buildApplication(root, () => tell('building the application …'));
  const server = await startStaticServer(folder, { host: '127.0.0.1', port: 0 });
  try {
    const address = `http://127.0.0.1:${server.port}`;
    tell('five cold starts of the page');
    const start = await measureStart(`${address}/`);
    tell('the page while training');
    const page = {
      webgl: await measureApplication(browser, address, 'webgl'),
      simd: await measureApplication(browser, address, 'simd'),
    };
    tell('the drawing of 4×8 while training');
    const diagram = await measureDiagram(browser, address);
    return { start, page, diagram };
  } finally {
    await server.close();
  }
}

function measureApplication(browser: Browser, address: string, engine: string) {
  return measureMainThread(
    browser,
    `${address}/#engine=${engine}&speed=max&epochs=0`,
    async (page) => {
      // The page uses WebGL only after its self-test.
      await page.getByRole('button', { name: `engine: ${engineTitle(engine)}` }).waitFor();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
    },
  );
}

/** Resolves when each of the ten has made steps. */
async function trainAll(page: Page): Promise<void> {
  await page.evaluate(() => window.trainAll());
  await page.waitForFunction(() => window.stepsMade().every((steps) => steps > 0));
}

async function graphicsProcessor(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const name = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const extension = gl?.getExtension('WEBGL_debug_renderer_info');
    return extension ? String(gl?.getParameter(extension.UNMASKED_RENDERER_WEBGL)) : 'no WebGL';
  });
  await page.close();
  return name;
}
