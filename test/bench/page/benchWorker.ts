import { type MeasureName, measures } from './measures.ts';

export interface Question {
  readonly name: MeasureName;
  readonly given: unknown;
}

self.onmessage = ({ data: { name, given } }: MessageEvent<Question>) => {
  const measure = measures[name] as (given: unknown) => Promise<unknown>;
  measure(given).then(
    (found) => self.postMessage({ found }),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
