import { type Component, createRawSnippet, mount, unmount } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import sheet from '../../src/views/edgewise.css?inline';

/** Elements of a host page, and its rules for them. */
const foreign = `
  <h1>Host</h1><h2>Section</h2><h3>Part</h3><p>Text <a href="#">link</a></p>
  <button>Press</button><button class="quiet plain">Press</button>
  <select><option>one</option></select><textarea></textarea>
  <input type="range"><input type="checkbox"><input type="radio"><input type="text">
  <details open><summary>More</summary></details><table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>
  <svg width="9" height="9"><path d="M0,0H9"/></svg><section><p class="row">row</p></section>
  <span class="spoken-only">spoken</span><label>name</label><canvas width="9" height="9"></canvas>`;
const hostRules = `
  body { font: 20px/2 serif; color: green; text-align: center; text-transform: uppercase; }
  button, input, select { padding: 40px; background: pink; font-size: 30px; min-height: 90px; }
  h1, h2, h3, p { margin: 50px; font-size: 40px; }
  * { box-sizing: content-box; }`;

let host: HTMLElement;
let before: string[];
let components: Record<'Switch' | 'SliderRow' | 'Panel' | 'Dialog', Component<never>>;

/** All computed styles of the host page's elements, one line per element. */
function foreignStyles(): string[] {
  const elements = [document.documentElement, document.body, ...host.querySelectorAll('*')];
  return elements.map((element) => {
    const style = getComputedStyle(element);
    const values = Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.tagName} ${values.filter((text) => !/^(block|inline)-size|height|origin/.test(text)).join('; ')}`;
  });
}

beforeAll(async () => {
  host = document.createElement('div');
  host.style.width = '600px';
  host.innerHTML = foreign;
  document.body.append(host);
  const rules = document.createElement('style');
  rules.textContent = hostRules;
  document.head.append(rules);
  before = foreignStyles();

  const ours = document.createElement('style');
  ours.textContent = sheet;
  document.head.prepend(ours);
  // Only now, because their styles come with them.
  components = {
    Switch: (await import('../../src/views/controls/Switch.svelte')).default,
    SliderRow: (await import('../../src/views/controls/SliderRow.svelte')).default,
    Panel: (await import('../../src/views/controls/Panel.svelte')).default,
    Dialog: (await import('../../src/views/controls/Dialog.svelte')).default,
  };
});

afterEach(() => document.documentElement.removeAttribute('data-theme'));

/** An element of the class `edgewise` with a panel, a button, a row and a switch in it. */
function embed(attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const root = document.createElement('div');
  root.className = 'edgewise';
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  document.body.append(root);
  const content = createRawSnippet(() => ({
    render: () => '<div><p>text</p><button type="button">Press</button></div>',
  }));
  add(root, components.Panel, { title: 'Panel', children: content });
  add(root, components.SliderRow, {
    ...{ name: 'rate', value: 0.5, range: { min: 0, max: 1 }, onchange: () => undefined },
  });
  add(root, components.Switch, { name: 'show', on: true, onchange: () => undefined });
  add(root, components.Dialog, {
    ...{ title: 'Dialog', open: true, onclose: () => undefined, children: content },
  });
  onTestFinished(() => root.remove());
  return root;
}

function add(target: HTMLElement, component: Component<never>, props: object): void {
  const mounted = mount(component, { target, props: props as never });
  onTestFinished(() => unmount(mounted));
}

function styleOf(root: Element, selector: string): CSSStyleDeclaration {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`Expected an element ${selector}.`);
  return getComputedStyle(element);
}

const px = (length: string) => Number.parseFloat(length);

describe('an embedded view', () => {
  it('leaves the elements of its host as they are', () => {
    expect(before.length).toBeGreaterThan(20);
    embed();
    expect(foreignStyles()).toEqual(before);
  });

  it('looks like itself among the rules of its host', () => {
    const root = embed();
    expect(styleOf(root, 'section p')).toMatchObject({ fontSize: '15px', marginTop: '0px' });
    expect(styleOf(root, 'section p')).toMatchObject({ textTransform: 'none', textAlign: 'start' });
    expect(styleOf(root, 'section button')).toMatchObject({
      ...{ fontSize: '15px', minHeight: '32px', paddingLeft: '12px', boxSizing: 'border-box' },
      ...{ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(27, 30, 35)' },
    });
    expect(styleOf(root, 'h2')).toMatchObject({ fontSize: '15px', marginTop: '0px' });
    expect(styleOf(root, 'input[type=text]')).toMatchObject({ fontSize: '15px', width: '50px' });
    expect(styleOf(root, 'input[type=checkbox]')).toMatchObject({ width: '16px' });
  });

  it('takes its theme from itself or from the page', () => {
    const paper = (root: Element) => getComputedStyle(root).backgroundColor;
    const dark = 'rgb(20, 22, 26)';
    const light = 'rgb(255, 255, 255)';
    expect(paper(embed())).toBe(light);
    expect(paper(embed({ 'data-theme': 'dark' }))).toBe(dark);
    document.documentElement.dataset.theme = 'dark';
    expect(paper(embed())).toBe(dark);
    expect(paper(embed({ 'data-theme': 'light' }))).toBe(light);
    expect(styleOf(embed(), 'dialog')).toMatchObject({
      backgroundColor: dark,
      colorScheme: 'dark',
    });
  });

  it.each([15, 24, 30])('has all its sizes from one: %d px', (size) => {
    const root = embed({ style: `--size: ${size}px` });
    const unit = size / 15;
    const expected = { 'section p': 15, h2: 15, 'dialog h2': 17 };
    for (const [selector, at15] of Object.entries(expected)) {
      expect(px(styleOf(root, selector).fontSize), selector).toBeCloseTo(at15 * unit, 1);
    }
    expect(px(styleOf(root, '.row').minHeight)).toBeCloseTo(32 * unit, 1);
    expect(px(styleOf(root, 'input[type=text]').width)).toBeCloseTo(50 * unit, 1);
  });

  it('grows with the font size that the reader has set', () => {
    document.documentElement.style.fontSize = '24px'; // as the browser's own setting does
    onTestFinished(() => void document.documentElement.style.removeProperty('font-size'));
    expect(px(styleOf(embed(), 'section p').fontSize)).toBeCloseTo(22.5, 5);
  });

  it.each([220, 400, 1200])('stays inside a width of %d px', (width) => {
    const root = embed({ style: `width: ${width}px` });
    const { left, right } = root.getBoundingClientRect();
    expect(right - left).toBe(width);
    for (const element of root.querySelectorAll('section, button, .row, input, label')) {
      if (element.closest('dialog')) continue;
      const box = element.getBoundingClientRect();
      expect(box.left, element.outerHTML).toBeGreaterThanOrEqual(left);
      expect(box.right, element.outerHTML).toBeLessThanOrEqual(right);
    }
  });
});
