import type { DeviceScreen } from '../state/page/presentation.svelte.ts';

/** The screen of the device, as far as its browser gives it away: phones of Apple do not. */
export const deviceScreen: DeviceScreen = {
  fill: async () => {
    await document.documentElement.requestFullscreen();
  },
  leave: async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
  },
};
