import { chromium } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { startStaticServer } from '../../../src/server/staticServer.ts';
import { chromiumArguments, findChromium } from '../../support/findChromium.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { watchComplaints } from './complaints.ts';

const files = {
  'index.html': '<!doctype html><link rel="icon" href="data:,"><script src="page.js"></script>',
  'page.js': `
    console.log('all is well');
    console.warn('a warning');
    console.error('an error');
    new Worker('worker.js');
    fetch('missing.csv');
    setTimeout(() => { throw new Error('thrown late'); });`,
  'worker.js': `
    console.warn('a warning in the worker');
    throw new Error('thrown in the worker');`,
};

it('hears the complaints of a page and its worker, and requests to other machines', async () => {
  const server = await startStaticServer(temporaryFolder(files), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumArguments,
  });
  onTestFinished(() => browser.close());

  const context = await browser.newContext();
  const address = server.addresses.local;
  const heard = new Set<string>();
  await watchComplaints(context, new URL(address).origin, (complaint) => heard.add(complaint));
  const page = await context.newPage();
  await page.goto(address);
  const expected = [
    'console warning: a warning',
    'console error: an error',
    'console warning: a warning in the worker',
    'uncaught: thrown late',
    'uncaught: thrown in the worker',
    `status 404: ${address}missing.csv`,
  ];
  await expect.poll(() => expected.filter((complaint) => !heard.has(complaint))).toEqual([]);
  expect(Array.from(heard).join()).not.toContain('all is well');

  // .invalid never has an address (RFC 2606).
  await expect(page.goto('http://elsewhere.invalid/')).rejects.toThrow('ERR_FAILED');
  expect(heard).toContain('leaves this machine: http://elsewhere.invalid/');
});
