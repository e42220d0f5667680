import { type PanelName, panels } from '../experiment/hideable.ts';

/** A panel that slides in on wish; the loss is in sight in any case. */
export type PresentedPanel = Exclude<PanelName, 'loss'>;

/** In the order of their buttons. */
export const presentedPanels = panels.filter((panel) => panel.name !== 'loss');

/** The screen of the device. Both reject where the browser refuses. */
export interface DeviceScreen {
  fill(): Promise<void>;
  leave(): Promise<void>;
}

/** How the page is shown to a class: with what matters enlarged, the panels put away. */
export class Presentation {
  readonly #screen: DeviceScreen;
  #on = $state(false);
  #panel = $state<PresentedPanel>();
  #blank = $state(false);

  constructor(screen: DeviceScreen) {
    this.#screen = screen;
  }

  get on(): boolean {
    return this.#on;
  }

  /** The panel that has slid in. */
  get panel(): PresentedPanel | undefined {
    return this.#panel;
  }

  /** Whether the screen is black, so that the class looks elsewhere. */
  get blank(): boolean {
    return this.#blank;
  }

  /** Where the browser does not give it the whole screen, it fills the page. */
  begin(): void {
    this.#on = true;
    this.#screen.fill().catch(() => undefined);
  }

  end(): void {
    if (!this.#on) return;
    this.#on = false;
    this.#panel = undefined;
    this.#blank = false;
    this.#screen.leave().catch(() => undefined);
  }

  /** Shows the panel in place of numbers and loss; the one that is shown goes. */
  togglePanel(panel: PresentedPanel): void {
    this.#panel = this.#panel === panel ? undefined : panel;
  }

  setBlank(blank: boolean): void {
    this.#blank = this.#on && blank;
  }

  /** One step out: from black to the picture, from a panel to none, from the presentation to the page. */
  back(): void {
    if (this.#blank) this.#blank = false;
    else if (this.#panel) this.#panel = undefined;
    else this.end();
  }
}
