import { Persisted } from './persisted.svelte.ts';
import type { ChoiceStorage } from './persisted.svelte.ts';

/** What the user prefers; 'system' follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** The choices as the screen offers them. */
export const themeChoices: readonly { readonly name: ThemeChoice; readonly label: string }[] = [
  { name: 'system', label: 'System theme' },
  { name: 'light', label: 'Light theme' },
  { name: 'dark', label: 'Dark theme' },
];

/** Light or dark, as the user or the device prefers. */
export class Theme {
  readonly #persisted: Persisted<ThemeChoice>;
  #deviceIsDark = $state(false);

  constructor(storage: ChoiceStorage | undefined, deviceIsDark: boolean) {
    const choices = themeChoices.map(({ name }) => name);
    this.#persisted = new Persisted(storage, {
      key: 'edgewise-theme',
      choices,
      fallback: 'system',
    });
    this.#deviceIsDark = deviceIsDark;
  }

  get choice(): ThemeChoice {
    return this.#persisted.choice;
  }

  get dark(): boolean {
    return this.choice === 'dark' || (this.choice === 'system' && this.#deviceIsDark);
  }

  choose(choice: ThemeChoice): void {
    this.#persisted.choose(choice);
  }

  setDeviceIsDark(dark: boolean): void {
    this.#deviceIsDark = dark;
  }
}
