import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { buildApplication } from '../../src/cli/buildApplication.ts';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { chromiumArguments, findChromium } from '../support/findChromium.ts';
import { networks, subjects } from './benchCases.ts';
import { type BenchResult, benchReport } from './benchReport.ts';
import { measureEngines } from './measureEngines.ts';
import { measureMainThread } from './measureMainThread.ts';

/** `npm run bench [-- --json]`: how long steps and fields take, and what training costs the page. */

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
  const count = networks.length * subjects.length;
  let done = 0;
  const engines = await measureEngines(browser, ({ subject, network }) => {
    done++;
    tell(`${done} of ${count}: ${subject}, ${network}`);
  });
  return {
    browser: `Chromium ${browser.version()}`,
    graphics: await graphicsProcessor(browser),
    engines,
    page: await measurePage(browser),
  };
}

async function measurePage(browser: Browser): Promise<BenchResult['page']> {
  const root = join(import.meta.dirname, '../..');
  const folder = await buildApplication(root, () => tell('building the application …'));
  const server = await startStaticServer(folder, { host: '127.0.0.1', port: 0 });
  try {
    const address = `http://127.0.0.1:${server.port}`;
    tell('the page while training');
    return {
      webgl: await measureMainThread(browser, address, 'webgl'),
      plain: await measureMainThread(browser, address, 'plain'),
    };
  } finally {
    await server.close();
  }
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
