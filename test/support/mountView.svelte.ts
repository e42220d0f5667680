import { flushSync, mount, unmount } from 'svelte';
import type { MountOptions } from 'svelte';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import '../../src/app/app.css';

type AnyProps = NonNullable<MountOptions['props']>;
type View<Props extends AnyProps> = Parameters<typeof mount<Props, object>>[0];

/** A view on a bare page. */
export interface MountedView<Props> {
  /** The root of the project's style, which holds nothing but the view. */
  readonly root: HTMLElement;
  /** Finds elements within the view. */
  readonly within: Locator;
  /** What the view shows; it follows when a property is assigned. */
  readonly props: Props;
  /** Takes the view off the page before the test has ended. */
  readonly unmount: () => Promise<void>;
}

/** Pixels of the room that a view gets. */
interface Room {
  readonly width: number;
  readonly height: number;
}

let views = 0;

/** Shows a view on a page with nothing else on it; it goes when the running test ends. */
export function mountView<Props extends AnyProps>(
  view: View<Props>,
  props: Props,
  room: Room = { width: 380, height: 400 },
): MountedView<Props> {
  const root = document.createElement('div');
  root.className = 'edgewise';
  root.dataset.testid = `view ${++views}`;
  // Away from the corner of the page, so that places in the view are not places on the page.
  root.style.margin = '20px 10px';
  root.style.width = `${room.width}px`;
  root.style.height = `${room.height}px`;
  document.body.append(root);
  const live = $state(props);
  const mounted = mount(view, { target: root, props: live });
  let gone: Promise<void> | undefined;
  const remove = () => (gone ??= unmount(mounted).then(() => root.remove()));
  onTestFinished(remove);
  flushSync();
  return { root, within: page.getByTestId(root.dataset.testid), props: live, unmount: remove };
}

/** A colour of the page, by its custom property, as computed styles give it. */
export function colourOf(element: Element, token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
