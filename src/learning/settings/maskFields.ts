import type { FieldBase } from './field.ts';

const places =
  'by their places in the order of the parameters: layer by layer, the weights of each input, then the biases';

/** The settings that say which weights and biases training leaves alone. */
export const maskFields = {
  frozen: {
    key: 'frozen',
    label: 'frozen',
    meaning: `Which weights and biases training leaves as they are, ${places}.`,
    path: 'training.frozen',
  },
  cut: {
    key: 'cut',
    label: 'cut',
    meaning: `Which weights and biases are 0 and stay 0, ${places}.`,
    path: 'training.cut',
  },
} as const satisfies Record<string, FieldBase>;
