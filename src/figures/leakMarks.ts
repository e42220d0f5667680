import type { Samples, Window } from '../learning/samples.ts';
import { samplesThumbnail } from './datasetThumbnail.ts';
import { pixelScale, tenth } from './plotSquare.ts';

/** What an update was learned from, and where a server takes it to be. */
export interface LeakMarksOptions {
  readonly samples: Samples;
  readonly classes: number;
  /** The surest first. */
  readonly guesses: readonly { readonly x: number; readonly y: number }[];
  readonly window: Window;
  /** Side of the square in pixels. */
  readonly size: number;
}

/** SVG paths. */
export interface LeakMarks {
  /** By class. */
  readonly samples: readonly string[];
  /** A cross around the surest guess, and smaller ones around the others that are in the window. */
  readonly surest: string;
  readonly others: string;
}

export function leakMarks({
  samples,
  classes,
  guesses,
  window,
  size,
}: LeakMarksOptions): LeakMarks {
  const scale = pixelScale(window, size);
  const crosses = guesses.map(({ x, y }, i) => {
    const arm = i === 0 ? size / 18 : size / 60;
    const [left, top] = [tenth(scale.x(x)), tenth(scale.y(y))];
    const inside = left >= 0 && left <= size && top >= 0 && top <= size;
    return inside ? cross(left, top, tenth(arm)) : '';
  });
  return {
    samples: samplesThumbnail({ samples, classes, size, window }),
    surest: crosses[0] ?? '',
    others: crosses.slice(1).join(''),
  };
}

function cross(x: number, y: number, arm: number): string {
  return `M${x - arm},${y}h${2 * arm}M${x},${y - arm}v${2 * arm}`;
}
