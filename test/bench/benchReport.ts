import { entryAt } from '../../src/learning/entryAt.ts';
import {
  largeShape,
  manySteps,
  type NetworkName,
  networks,
  specificationOf,
  type Subject,
  subjects,
} from './benchCases.ts';
import { digits, grouped, tableText, times } from './benchTables.ts';
import type { Measured, MeasuredGrowth } from './measureEngines.ts';
import type { DiagramCosts } from './measureDiagram.ts';
import type { PageCost } from './measureMainThread.ts';
import type { MemoryKept, MemoryUse } from './measureMemory.ts';
import type { RoomLoad } from './measureRooms.ts';
import type { PageStart } from './measureStart.ts';
import { multiplyAdds } from './multiplyAdds.ts';
import type { GridCost, Throughput } from './page/measures.ts';
import type { Timing } from './page/timing.ts';

/** All results of the bench. */
export interface BenchResult {
  readonly browser: string;
  readonly graphics: string;
  readonly engines: readonly Measured[];
  readonly grid: GridCost;
  readonly throughput: Throughput;
  readonly growth: readonly MeasuredGrowth[];
  readonly memory: MemoryKept;
  /** The page as it starts in a new browser. */
  readonly start: PageStart;
  /** The page while it trains. */
  readonly page: Readonly<Record<'webgl' | 'simd', PageCost>>;
  /** The page with and without the drawing of the network. */
  readonly diagram: DiagramCosts;
  /** A page with ten experiments that train at once. */
  readonly ten: PageCost;
  /** A server of rooms with many devices. */
  readonly rooms: readonly RoomLoad[];
}

/** The results as tables, side by side and with ratios. */
export function benchReport(result: BenchResult): string {
  const { browser, graphics, engines, grid, throughput, growth, memory } = result;
  return [
    `${browser}; ${graphics}`,
    'ReLU, Nesterovs, batch 50; ×: how many times as fast as Edgewise, webgl and tfjs eager, cpu',
    ...networks.flatMap(({ network }) => [
      engineTable(engines, network, 'microseconds per step', (one) => one.microsecondsPerStep),
      engineTable(engines, network, 'ms per 256 × 256 field', (one) => one.fieldMilliseconds),
    ]),
    gridTable(grid),
    throughputTable(throughput),
    ...growth.map(growthTable),
    memoryTable(memory),
    startTable(result.start),
    pageTable(result),
    diagramTable(result.diagram),
    roomTable(result.rooms),
  ].join('\n\n');
}

function roomTable(loads: readonly RoomLoad[]): string {
  const rows = loads.map(({ rooms, devices, rounds, cpuPerRound, cpuPerUpdate, ...load }) => ({
    title: `${rooms} × ${devices / rooms} devices`,
    cells: [
      String(rounds),
      digits(cpuPerRound),
      digits(cpuPerUpdate),
      digits(load.memoryPerDevice / 1000),
    ],
  }));
  const heads = ['rounds in 8 s', 'ms a round', 'ms an update', 'kB a device'];
  return tableText({ title: 'rooms, their server alone', heads, rows });
}

function engineTable(
  engines: readonly Measured[],
  network: NetworkName,
  title: string,
  timingOf: (one: Measured) => Timing,
): string {
  const ofNetwork = engines.filter((one) => one.network === network);
  const cost = (subject: Subject) => {
    const measured = ofNetwork.find((one) => one.subject === subject);
    return measured ? timingOf(measured) : { shortest: NaN, median: NaN };
  };
  const rows = subjects.map(({ subject, title }) => {
    const { shortest, median } = cost(subject);
    const faster = (than: Subject) => times(cost(than).shortest / shortest);
    const cells = [digits(shortest), digits(median), faster('webgl'), faster('eager cpu')];
    return { title, cells };
  });
  const heads = ['fastest', 'median', '× webgl', '× eager cpu'];
  return tableText({ title: `${network}, ${title}`, heads, rows });
}

function gridTable({ field, predictions, activations }: GridCost): string {
  const row = (title: string, { shortest, median }: Timing) => ({
    title,
    cells: [digits(shortest), digits(median), times(shortest / field.shortest)],
  });
  const rows = [
    row('field', field),
    row('probabilities of all classes', predictions),
    row('activations of all 20 units', activations),
  ];
  const heads = ['fastest', 'median', 'to the field'];
  return tableText({ title: '2-20-2, ms per 256 × 256, simd', heads, rows });
}

function throughputTable(found: Throughput): string {
  const rate = (operations: number, { shortest, median }: Timing) =>
    [shortest, median].map((microseconds) => operations / microseconds / 1000);
  const { microsecondsPerStep: step, peakMicrosecondsPerTurn: turn } = found;
  const reached = rate(found.operationsPerStep, step);
  const peak = rate(found.operationsPerTurn, turn);
  const rows = [
    { title: 'microseconds per step', cells: [step.shortest, step.median].map(digits) },
    { title: 'GFLOP/s', cells: reached.map(digits) },
    { title: 'peak of multiply-adds, GFLOP/s', cells: peak.map(digits) },
    {
      title: 'share reached',
      cells: reached.map((value, i) => `${((100 * value) / (peak[i] ?? NaN)).toFixed(0)} %`),
    },
  ];
  const title = '8×64, batch 256, simd, one thread';
  return `${tableText({ title, heads: ['fastest', 'median'], rows })}\n${formula(found)}`;
}

function formula({ operationsPerStep }: Throughput): string {
  const { forward, gradient, backward } = multiplyAdds(specificationOf(largeShape).network);
  const parts = `forward ${grouped(forward)} + gradient ${grouped(gradient)} + backward ${grouped(backward)}`;
  return (
    `${grouped(operationsPerStep)} operations a step = 2 × ${largeShape.batch} samples × ` +
    `(${parts}) multiply-adds`
  );
}

function growthTable({ title, values, costs }: MeasuredGrowth): string {
  const first = entryAt(costs, 0);
  const rows = costs.map(({ shortest, median }, i) => ({
    title: grouped(entryAt(values, i)).padStart(11),
    cells: [digits(shortest), digits(median), times(shortest / first.shortest)],
  }));
  return tableText({ title, heads: ['µs per step', 'median', 'to the first'], rows });
}

function memoryTable({ before, after }: MemoryKept): string {
  const lines: readonly { readonly title: string; readonly part: keyof MemoryUse }[] = [
    { title: 'WebAssembly memory', part: 'kernelMemory' },
    { title: '  in use', part: 'kernelInUse' },
    { title: 'JavaScript heap', part: 'scriptHeap' },
    { title: 'array buffers outside of it', part: 'buffers' },
  ];
  const rows = lines.map(({ title, part }) => ({
    title,
    cells: [before[part], after[part], after[part] - before[part]].map(grouped),
  }));
  const heads = ['before', 'after', 'difference'];
  return tableText({ title: `bytes, ${grouped(manySteps)} steps, simd`, heads, rows });
}

function startTable(start: PageStart): string {
  const rows = [
    { title: 'first paint, ms', cells: [digits(start.firstPaint)] },
    { title: 'first boundary, ms', cells: [digits(start.firstBoundary)] },
    { title: 'complete with its panels, ms', cells: [digits(start.complete)] },
    { title: 'longest task until then, ms', cells: [digits(start.longestTask)] },
    { title: 'bytes to the first boundary', cells: [grouped(start.bytes)] },
  ];
  return tableText({ title: 'cold start of the page', heads: ['median of 5'], rows });
}

function pageTable({ page, ten }: BenchResult): string {
  const costs: readonly [string, PageCost][] = [
    ['Edgewise, webgl', page.webgl],
    ['Edgewise, simd', page.simd],
    ['ten experiments, simd', ten],
  ];
  const rows = costs.map(([title, cost]) => {
    const cells = [
      cost.millisecondsPerFrame,
      cost.framesPerSecond,
      cost.longestTask,
      cost.longestTaskByTheClock,
      cost.longestAnswer,
    ];
    return { title, cells: cells.map(digits) };
  });
  const heads = ['ms a frame', 'frames a s', 'longest task', 'by the clock', 'key to paint'];
  return tableText({ title: 'main thread at full speed', heads, rows });
}

function diagramTable({ open, closed }: DiagramCosts): string {
  const slower = 100 * (1 - open.stepsPerSecond / closed.stepsPerSecond);
  const rows = [
    {
      title: 'ms a frame',
      cells: [closed, open].map(({ millisecondsPerFrame }) => digits(millisecondsPerFrame)),
    },
    {
      title: 'steps a second',
      cells: [closed, open].map(({ stepsPerSecond }) => grouped(Math.round(stepsPerSecond))),
    },
    { title: 'slower, %', cells: ['', digits(slower)] },
  ];
  return tableText({ title: 'drawing of 4×8, simd', heads: ['closed', 'open'], rows });
}
