import { type Hideable, hideable } from '../experiment/hideable.ts';
import type { Settings } from '../experiment/settings.ts';
import { experimentMark } from './experimentMark.ts';
import { leftOut, writeLink } from './address/settingsText.ts';

/** A link to the experiment as it is, for others: they may see less of the page. */
export class ShareLink {
  readonly #settings: () => Settings;
  readonly #page: string;
  #hidden = $state.raw<readonly Hideable[]>([]);

  /** `page`: the address of the page, without its settings. */
  constructor(settings: () => Settings, page: string) {
    this.#settings = settings;
    this.#page = page;
    this.#hidden = settings().display.hidden;
  }

  get text(): string {
    const settings = this.#settings();
    const display = { ...settings.display, hidden: this.#hidden };
    return `${this.#page}#${writeLink({ ...settings, display })}`;
  }

  /** The address of a notebook with the experiment, on this computer. */
  get notebook(): string {
    return `${this.#page}learn/${experimentMark}${writeLink(this.#settings())}`;
  }

  /** A sentence for each thing that the link cannot hold. */
  get missing(): readonly string[] {
    return leftOut(this.#settings());
  }

  shows(part: Hideable): boolean {
    return !this.#hidden.includes(part);
  }

  show(part: Hideable, shown: boolean): void {
    const others = this.#hidden.filter((each) => each !== part);
    const hidden = shown ? others : [...others, part];
    this.#hidden = hideable.map(({ name }) => name).filter((name) => hidden.includes(name));
  }
}
