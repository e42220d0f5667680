import type { Page } from 'playwright';
import {
  articleShape,
  type Growth,
  growths,
  type NetworkName,
  networks,
  type Subject,
  subjects,
} from './benchCases.ts';
import type { EngineCost, GridCost, Throughput } from './page/measures.ts';
import type { Timing } from './page/timing.ts';

export interface Measured extends EngineCost {
  readonly subject: Subject;
  readonly network: NetworkName;
}

export interface MeasuredGrowth extends Pick<Growth, 'title' | 'values'> {
  /** Microseconds per step, for each value. */
  readonly costs: readonly Timing[];
}

/** Measures every engine on every network, each in a new worker. Calls `tell` before each. */
export async function measureEngines(
  page: Page,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const { network, shape } of networks) {
    for (const { subject, title } of subjects) {
      tell(`${network}: ${title}`);
      const cost = await page.evaluate((one) => window.measure('engine', one), { subject, shape });
      all.push({ subject, network, ...cost });
    }
  }
  return all;
}

/** Measures how the cost of a step of the SIMD engine grows. */
export async function measureGrowth(
  page: Page,
  tell: (line: string) => void,
): Promise<MeasuredGrowth[]> {
  const all: MeasuredGrowth[] = [];
  for (const { title, along, values, shape } of growths) {
    tell(`cost against ${title}`);
    const costs: Timing[] = [];
    for (const value of values) {
      const grown = { ...shape, [along]: value };
      costs.push(await page.evaluate((one) => window.measure('steps', one), grown));
    }
    all.push({ title, values, costs });
  }
  return all;
}

export function measureGrid(page: Page): Promise<GridCost> {
  return page.evaluate((shape) => window.measure('grid', shape), articleShape);
}

export function measureThroughput(page: Page): Promise<Throughput> {
  return page.evaluate(() => window.measure('throughput', undefined));
}
