import type { Page } from 'playwright';
import { describe, expect, onTestFinished } from 'vitest';
import { startRooms } from '../../src/server/rooms/roomServer.ts';
import type { StaticServer } from '../../src/server/staticServer.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';

const projector = { viewport: { width: 1280, height: 680 }, path: 'class/' };
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true };

async function serveRooms(server: StaticServer): Promise<void> {
  const rooms = await startRooms(server.http, { addresses: [server.addresses.local] });
  onTestFinished(() => rooms.close());
}

async function join(page: Page, name: string): Promise<void> {
  await page.getByLabel('your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('waiting for the teacher').waitFor();
}

describe('a class of real devices', () => {
  it('says where there is no server for rooms', async ({ open }) => {
    const teacher = await open({ ...projector, path: 'class/#teach', tolerated: [/rooms/] });
    await teacher.getByText('No server for rooms answers at this address.').waitFor();
    await teacher.getByRole('link', { name: 'To the simulated class' }).click();
    await teacher.getByText('20 waiting').waitFor();
    expect(await teacher.getByRole('button', { name: 'One round' }).isEnabled()).toBe(true);
  });

  it('learns in rounds, keeps its seats, and does what the teacher says', async ({
    open,
    server,
  }) => {
    await serveRooms(server);
    const teacher = await open(projector);
    await teacher.getByRole('link', { name: 'Open a room' }).click();
    const code = await teacher.locator('.code').innerText();
    expect(code).toMatch(/^[\dA-Z]{6}$/);
    await teacher
      .getByRole('img', { name: `QR code of ${server.addresses.local}class/#room=${code}` })
      .waitFor();

    const path = `class/#room=${code}`;
    const [ada, ben] = [
      await open({ ...tablet, path }),
      await open({ ...tablet, path: 'class/#join' }),
    ];
    await join(ada, 'Ada');
    await ben.getByLabel('code').fill(code.toLowerCase());
    await join(ben, 'Ben');
    const device = (name: string) =>
      teacher.getByRole('button', { name: new RegExp(`^${name}, `) });
    await device('Ben').waitFor();
    await teacher.getByRole('button', { name: 'Train', exact: true }).click();
    await expect
      .poll(() => teacher.locator('footer').innerText())
      .toMatch(/round ([3-9]|\d\d)|([3-9]|\d\d) rounds/);
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await ada.getByText(/class 0\.[5-9]/).waitFor();
    await ada.getByRole('radio', { name: 'both' }).check({ force: true });
    expect(await accessibilityViolations(ada)).toEqual([]);

    await ada.reload();
    await expect.poll(() => device('Ada').count()).toBe(1);
    await ada.getByRole('radio', { name: 'both' }).waitFor({ state: 'attached' });
    expect(await device('Ada 2').count()).toBe(0);

    await teacher.getByRole('button', { name: 'Look up' }).click();
    await ben.getByText('Look up').waitFor();
    await teacher.getByRole('button', { name: 'Back to the class' }).click();
    await ben.getByText('Look up').waitFor({ state: 'hidden' });

    await device('Ben').click();
    await teacher.getByLabel('name').fill('Benedict');
    await teacher.getByRole('button', { name: 'Rename' }).click();
    await ben.getByText('Benedict').waitFor();
    await teacher.getByRole('button', { name: 'Remove from the room' }).click();
    await ben.getByText('The teacher has removed this device from the room.').waitFor();

    await teacher.reload();
    await expect.poll(() => teacher.locator('.code').innerText()).toBe(code);
  });
});
