import { networks, type Subject, subjects } from './benchCases.ts';
import type { Measured } from './measureEngines.ts';
import type { PageCost } from './measureMainThread.ts';

/** All that the bench found. */
export interface BenchResult {
  readonly browser: string;
  readonly graphics: string;
  readonly engines: readonly Measured[];
  readonly page: Readonly<Record<'webgl' | 'plain', PageCost>>;
}

/** Side by side; × is how many times as long as Edgewise's WebGL engine. */
export function benchReport({ browser, graphics, engines, page }: BenchResult): string {
  const measures = [
    { title: 'microseconds per step', value: (one: Measured) => one.microsecondsPerStep },
    { title: 'milliseconds per 256 × 256 field', value: (one: Measured) => one.fieldMilliseconds },
  ];
  const tables = measures.map(({ title, value }) => {
    const cell = (subject: Subject, network: string) => {
      const [own, fused] = [subject, 'webgl'].map((name) =>
        engines.find((one) => one.subject === name && one.network === network),
      );
      if (!own || !fused) return ''.padStart(20);
      const ratio = `${digits(value(own) / value(fused))}×`;
      return digits(value(own)).padStart(11) + ratio.padStart(9);
    };
    const rows = subjects.map(
      (one) => one.title.padEnd(34) + networks.map((name) => cell(one.subject, name)).join(''),
    );
    return [title.padEnd(34) + networks.map((name) => name.padStart(20)).join(''), ...rows];
  });
  const pages = (['webgl', 'plain'] as const).map((engine) => {
    const {
      millisecondsPerFrame,
      framesPerSecond,
      longestTask,
      longestTaskByTheClock,
      longestAnswer,
    } = page[engine];
    const cells = [
      millisecondsPerFrame,
      framesPerSecond,
      longestTask,
      longestTaskByTheClock,
      longestAnswer,
    ];
    return (
      `Edgewise, ${engine}`.padEnd(34) + cells.map((cell) => digits(cell).padStart(14)).join('')
    );
  });
  const heads = ['ms a frame', 'frames a s', 'longest task', 'by the clock', 'key to paint'];
  return [
    `${browser}; ${graphics}`,
    'ReLU, batch 50, Nesterovs; ×: how many times as long as Edgewise, webgl',
    ...tables.flatMap((table) => ['', ...table]),
    '',
    'main thread at full speed'.padEnd(34) + heads.map((head) => head.padStart(14)).join(''),
    ...pages,
  ].join('\n');
}

function digits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
