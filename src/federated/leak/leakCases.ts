/** An update of which a curious server tries to read the samples. */
export interface LeakCase {
  readonly name: string;
  readonly label: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  /** Samples that a device learned from. */
  readonly samples: number;
  /** Local epochs; 0 = one gradient over all its samples. */
  readonly epochs: number;
  /** Name in the table of encodings. */
  readonly encoding: string;
  /** z of the noise, with changes of length 1 at most; 0 = none and no limit. */
  readonly noise: number;
  /** Devices whose sum is all that the server sees, by secure aggregation; 1 = without it. */
  readonly devices: number;
}

const plain = { samples: 1, epochs: 0, encoding: 'f32', noise: 0, devices: 1 } as const;

/** What is tried, in the order in which it is shown: from everything to little. */
export const leakCases: readonly LeakCase[] = [
  {
    ...plain,
    name: 'one',
    label: 'one sample',
    meaning: 'The gradient of a single sample, as if each sample were sent at once.',
  },
  {
    ...plain,
    name: 'int8',
    label: 'one sample, 8-bit numbers',
    meaning: 'The same gradient, each number rounded to one of 255 steps.',
    encoding: 'int8',
  },
  {
    ...plain,
    name: 'batch',
    label: 'batch of 8',
    meaning: 'The mean gradient of 8 samples: a unit that only one of them reaches still names it.',
    samples: 8,
  },
  {
    ...plain,
    name: 'epochs',
    label: '5 local epochs of 8',
    meaning: 'The change after 5 local epochs with 8 samples.',
    samples: 8,
    epochs: 5,
  },
  {
    ...plain,
    name: 'noise',
    label: 'one sample, noise z = 1',
    meaning: 'A gradient of one sample, shortened to 1, with the noise of one device of 20.',
    noise: 1,
  },
  {
    ...plain,
    name: 'secure',
    label: 'secure aggregation of 20',
    meaning: 'The sum of 20 devices with 8 samples each; single updates are masked.',
    samples: 8,
    devices: 20,
  },
];
