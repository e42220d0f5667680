/** What the user prefers; 'system' follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** The choices as the screen offers them. */
export const themeChoices: readonly { readonly name: ThemeChoice; readonly label: string }[] = [
  { name: 'system', label: 'System theme' },
  { name: 'light', label: 'Light theme' },
  { name: 'dark', label: 'Dark theme' },
];

/** Where the choice outlives the page; both methods may fail without harm. */
export interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Light or dark, as the user or the device wishes. */
export class Theme {
  #choice = $state<ThemeChoice>('system');
  #deviceIsDark = $state(false);
  readonly #storage: Storage | undefined;

  constructor(storage: Storage | undefined, deviceIsDark: boolean) {
    this.#storage = storage;
    this.#deviceIsDark = deviceIsDark;
    const stored = storage?.getItem('edgewise-theme');
    this.#choice = themeChoices.find(({ name }) => name === stored)?.name ?? 'system';
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get dark(): boolean {
    return this.#choice === 'dark' || (this.#choice === 'system' && this.#deviceIsDark);
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    this.#storage?.setItem('edgewise-theme', choice);
  }

  setDeviceIsDark(dark: boolean): void {
    this.#deviceIsDark = dark;
  }
}
