import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { finished, ready } from './support/steps.ts';

/** A name of this machine that the browser takes for another host in the network. */
const otherHost = 'classroom.test';

describe('over plain http from another host', () => {
  it('trains and copies without a secure context', async ({ open, server }) => {
    const page = await open({
      browserArguments: [`--host-resolver-rules=MAP ${otherHost} 127.0.0.1`],
      origin: `http://${otherHost}:${server.port}`,
      path: '#speed=7',
    });
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByRole('button', { name: 'Copied' }).or(page.getByRole('dialog')).waitFor();
  });
});
