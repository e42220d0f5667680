import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { boxOf, ready } from './support/steps.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

/** Page-side: what it has sent to its workers. */
interface WithCommands {
  commands: { readonly watches?: readonly { readonly rate: number }[] }[];
}

/** Keeps the commands that the page sends to its workers. */
const keepCommands = `
  globalThis.commands = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (command, ...words) {
    globalThis.commands.push(command);
    post.call(this, command, ...words);
  };`;

/** Arguments of a browser whose user has chosen this size of text. */
const textOf = (size: string) =>
  size ? [`--blink-settings=defaultFontSize=${Number.parseInt(size)}`] : [];

describe('the screen', () => {
  it.for(sizes)('has no page scroll at $width×$height', async (viewport, { open }) => {
    const page = await open({ viewport });
    await ready(page);
    const scrolls = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
    });
    expect(scrolls).toEqual({ across: 0, down: 0 });
    const bar = await boxOf(page.getByRole('contentinfo'));
    expect(bar.y + bar.height).toBeLessThanOrEqual(viewport.height + 0.5);
  });

  it.for([
    [320, 640, ''],
    [375, 667, ''],
    [390, 844, '20px'],
    [390, 844, '24px'],
  ] as const)(
    'scrolls at %d×%d with text of %s, and Train stays in sight',
    async ([width, height, fontSize], { open }) => {
      const page = await open({ viewport: { width, height }, browserArguments: textOf(fontSize) });
      await ready(page);
      await page.getByRole('tab', { name: 'Updater' }).click();
      const rate = page.getByRole('textbox', { name: /learning rate/ });
      await rate.focus();
      const train = page.getByRole('button', { name: 'Train', exact: true });
      for (const control of [rate, train]) {
        const { x, y, width: wide, height: high } = await boxOf(control);
        const centre = [x + wide / 2, y + high / 2] as const;
        const hit = await control.evaluate(
          (element, point) => element.contains(document.elementFromPoint(...point)),
          centre,
        );
        expect(hit).toBe(true);
      }
    },
  );

  it.for([
    [844, 390],
    [844, 480],
    [900, 420],
  ] as const)('leaves a phone on its side room at %d×%d', async ([width, height], { open }) => {
    const page = await open({ viewport: { width, height }, hasTouch: true, isMobile: true });
    await ready(page);
    const bar = await boxOf(page.getByRole('contentinfo'));
    expect(bar.height).toBeLessThanOrEqual(height / 4);
    const plot = await boxOf(page.getByRole('application', { name: /plane/ }));
    expect(plot.height).toBeGreaterThanOrEqual(height * 0.4);
  });

  it.for(sizes.slice(0, 3))(
    'gives the plot most room at $width×$height',
    async (viewport, { open }) => {
      const page = await open({ viewport });
      await ready(page);
      const plot = await boxOf(page.getByRole('application', { name: /plane/ }));
      for (const name of ['Data', 'Network', 'Updater', 'Evaluation', 'Loss']) {
        const panel = await boxOf(page.getByRole('region', { name }));
        expect(plot.width * plot.height).toBeGreaterThan(panel.width * panel.height);
      }
    },
  );

  it.for([
    ['reduce', 2],
    ['no-preference', Infinity],
  ] as const)(
    'asks for pictures at a rate that fits the motion preference %s',
    async ([reducedMotion, rate], { open }) => {
      const page = await open({
        reducedMotion,
        prepare: async (page) => {
          await page.addInitScript(keepCommands);
        },
      });
      await ready(page);
      const rates = await page.evaluate(() => {
        const { commands } = globalThis as unknown as WithCommands;
        return commands.flatMap(({ watches = [] }) => watches.map((watch) => watch.rate));
      });
      expect(new Set(rates)).toEqual(new Set([rate]));
    },
  );

  it('has text that grows with the screen, and is 15 px where it is small or low', async ({
    open,
  }) => {
    const page = await open();
    const textSize = () =>
      page
        .getByText('ready to train')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize);
    for (const [width, height, size] of [
      [390, 844, 15],
      [1280, 800, 15],
      [1920, 700, 15],
      [1920, 1080, 18.5],
      [2560, 1440, 22],
      [3840, 2160, 22],
    ] as const) {
      await page.setViewportSize({ width, height });
      await ready(page);
      await expect
        .poll(async () => Number.parseFloat(await textSize()), { message: `${width}×${height}` })
        .toBeCloseTo(size, 1);
    }
  });

  it.for(['plane', 'against epochs'])(
    'has text in the figure named "%s" that grows with the screen',
    async (name, { open }) => {
      const page = await open({ viewport: { width: 2560, height: 1440 } });
      await ready(page);
      const figure = page.getByRole('application', { name }).locator('..').locator('svg text');
      const size = () =>
        figure.first().evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
      // A poll, because the figure may be drawn anew at any moment.
      await expect.poll(size).toBeCloseTo((name === 'plane' ? 13 : 12) * (22 / 15), 1);
    },
  );

  it('marks what is chosen in forced colours, too', async ({ open }) => {
    const page = await open({ forcedColors: 'active', viewport: { width: 390, height: 844 } });
    await ready(page);
    const border = (name: string) =>
      page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderBottomWidth);
    expect([await border('Data'), await border('Network')]).toEqual(['2px', '0px']);
    const background = (name: string) =>
      page
        .getByRole('button', { name, exact: true })
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(await background('Train')).not.toBe(await background('Reset'));

    /** What is drawn around an element, whatever the colours. */
    const frames = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all.map((element) => {
          const { outlineStyle, borderBottomStyle } = getComputedStyle(element);
          return [outlineStyle, borderBottomStyle].includes('solid');
        }),
      );
    await page.getByRole('tab', { name: 'Network' }).click();
    await page.locator('summary').click();
    const pressed = page.getByRole('group', { name: /features/ }).locator('[aria-pressed=true]');
    expect(
      await pressed.evaluateAll((all) => all.map((each) => getComputedStyle(each).outlineStyle)),
    ).toEqual(['solid', 'solid']);
    expect(new Set(await frames('input[type=text]'))).toEqual(new Set([true]));
    await page.getByRole('tab', { name: 'Data' }).click();
    expect(await frames('.sets input:checked ~ svg')).toEqual([true]);
  });

  it('draws the field for the pixels of another screen to which the window moves', async ({
    open,
  }) => {
    const page = await open({ viewport: { width: 1280, height: 800 }, path: '#epochs=0' });
    await ready(page);
    await page.keyboard.press('Space');
    const canvas = page.getByRole('main').locator('.stage canvas').first();
    const width = () => canvas.evaluate((element) => (element as HTMLCanvasElement).width);
    const before = await width();
    const session = await page.context().newCDPSession(page);
    for (const deviceScaleFactor of [2, 1, 1.5]) {
      await session.send('Emulation.setDeviceMetricsOverride', {
        ...{ width: 1280, height: 800, deviceScaleFactor, mobile: false },
      });
      await expect.poll(width).toBe(Math.round(before * deviceScaleFactor));
    }
  });
});
