/** What a monkey has for one act: numbers from 0 to 1. */
export interface Luck {
  readonly kind: number;
  readonly target: number;
  readonly value: number;
}

/**
 * Page-side: does something with a control that a user could reach, and waits for the next frame;
 * returns what it did. Self-contained, for it is sent to the page as a text.
 */
export async function act({ kind, target, value }: Luck): Promise<string> {
  const numbers = [
    '0',
    '1',
    '2',
    '3',
    '8',
    '16',
    '0,5',
    '1e-3',
    '1,000',
    '-1',
    'x',
    '',
    '40',
    '10',
  ];
  const addresses = [
    '',
    'data=moon&hidden=8,4&engine=webgl',
    'data=saturn&hidden=none&features=xx,yy&rate=10&updater=sgd',
    'data=xor&hidden=4,4,4,4&activation=linear&rate=10&epochs=0',
    'data%3Dspiral%26hidden%3D16&speed=max',
    'batch=1&batch=4096&x=1&x=1&threshold=0.25',
    'init=zeros&scores=macro&show=both&speed=1/s',
    'training=5000&evaluation=10&loss=log&matrix=training&engine=simd&speed=max&epochs=0',
  ];
  const keys = [' ', ' ', 'ArrowRight', 'e', 'r', '?', 'Escape', 'Home', 'ArrowUp', 'End'];
  const pick = <Item>(list: readonly Item[], luck: number) => list[Math.floor(luck * list.length)];
  const inReach = document.querySelector('dialog[open]') ?? document.body;
  const shown = <Found extends HTMLElement>(selector: string) =>
    [...inReach.querySelectorAll<Found>(selector)].filter((element) => element.checkVisibility());
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
  const change = (element: HTMLElement) => {
    for (const type of ['input', 'change']) {
      element.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };

  const acts: readonly (readonly [share: number, act: () => string])[] = [
    [0.3, () => press('button:not(:disabled), summary')],
    [0.12, () => press('input[type=radio], input[type=checkbox]')],
    [0.15, () => slide()],
    [0.12, () => type()],
    [0.08, () => choose()],
    [0.1, () => strike()],
    [0.1, () => point()],
    [0.03, () => visit()],
  ];

  function press(selector: string): string {
    const element = pick(shown(selector), target);
    element?.click();
    return `press ${element ? nameOf(element) : 'nothing'}`;
  }

  function slide(): string {
    const slider = pick(shown<HTMLInputElement>('input[type=range]'), target);
    if (!slider) return 'no slider';
    slider.value = String(Math.round(value * Number(slider.max)));
    change(slider);
    return `slide ${nameOf(slider)} to ${slider.value}`;
  }

  function type(): string {
    const field = pick(shown<HTMLInputElement>('input[type=text]'), target);
    if (!field) return 'no field';
    field.focus();
    field.value = pick(numbers, value) ?? '';
    const typed = `type "${field.value}" into ${field.labels?.[0]?.textContent ?? field.name}`;
    change(field);
    return typed;
  }

  function choose(): string {
    const list = pick(shown<HTMLSelectElement>('select'), target);
    if (!list) return 'no list';
    const options = [...list.options].filter((option) => !option.disabled);
    list.value = pick(options, value)?.value ?? '';
    change(list);
    return `choose ${list.value}`;
  }

  function strike(): string {
    const key = pick(keys, value) ?? ' ';
    const element = pick([document.body, ...shown('[tabindex="0"]')], target) ?? document.body;
    element.focus();
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return `strike ${key}`;
  }

  function point(): string {
    const plot = pick(shown('[role=application]'), target);
    if (!plot) return 'no plot';
    const { left, top, width, height } = plot.getBoundingClientRect();
    const at = { clientX: left + value * width, clientY: top + target * height, bubbles: true };
    const move = value < 0.8 ? 'pointermove' : 'pointerleave';
    plot.dispatchEvent(new PointerEvent(move, { ...at, pointerType: 'mouse' }));
    return move;
  }

  function visit(): string {
    location.hash = pick(addresses, value) ?? '';
    return `visit ${location.hash}`;
  }

  let left = kind;
  const chosen = acts.find(([share]) => (left -= share) < 0) ?? acts[0];
  const done = chosen?.[1]() ?? 'nothing';
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return done;
}

/** Page-side: what is on the screen and cannot be right. */
export function nonsense(): string[] {
  const wrong = /NaN|undefined|\[object|Infinity/;
  const found: string[] = [];
  for (const element of document.querySelectorAll('#app, #app *')) {
    for (const name of element.getAttributeNames()) {
      // Not by `attributes`, which makes nodes that last as long as the element.
      const value = element.getAttribute(name) ?? '';
      if (wrong.test(value)) found.push(`${element.tagName} ${name}="${value.slice(0, 60)}"`);
    }
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
      if (wrong.test(text)) found.push(`${element.tagName}: ${text.slice(0, 60)}`);
    }
  }
  return found;
}
