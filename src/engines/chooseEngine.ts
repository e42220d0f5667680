import type { EngineFactory } from '../learning/engine.ts';
import { named } from '../learning/named.ts';
import type { Specification } from '../learning/specification.ts';
import type { EngineFindings } from './engineFindings.ts';
import { engineTitle } from './engineNames.ts';
import { type EngineEntry, engines, type Objection } from './engines.ts';

/** An engine, and why this one, in full sentences for a learner. */
export interface ChosenEngine {
  readonly name: string;
  readonly factory: EngineFactory;
  readonly reason: string;
}

/**
 * The engine for a choice on this machine. `choice`: 'auto' for the most preferred engine to which
 * there is no objection; 'safest' for the one that needs the least; or the name of an engine, which
 * is taken unless it cannot run. `findings`: undefined before anything is found out; then only the
 * safest engine may be used. `failed`: names of engines that have stopped working in this run.
 * @throws Error with a sentence where no engine is left.
 */
export type ChooseEngine = (
  choice: string,
  findings: EngineFindings | undefined,
  specification: Specification,
  failed?: readonly string[],
) => ChosenEngine;

/** An engine, and what speaks against it. */
interface Candidate {
  readonly engine: EngineEntry;
  readonly objection: Objection | undefined;
}

export const chooseEngine: ChooseEngine = engineChooser(engines);

/**
 * Chooses from a table of engines in order of preference, each needing less than the one before.
 */
export function engineChooser(table: readonly EngineEntry[]): ChooseEngine {
  return (choice, findings, specification, failed = []) => {
    if (!findings) return beforeFindings(table, choice, failed);
    const candidates = table.map((engine) => ({
      engine,
      objection: objectionTo(engine, findings, specification, failed),
    }));
    if (choice === 'auto') return preferred(candidates, findings);
    if (choice === 'safest') return safest(candidates);
    return askedFor(candidates, named('engine', table, choice));
  };
}

function beforeFindings(
  table: readonly EngineEntry[],
  choice: string,
  failed: readonly string[],
): ChosenEngine {
  const last = table.slice(-1).map((engine) => ({
    engine,
    objection: failed.includes(engine.name) ? stopped(engine) : undefined,
  }));
  const candidate = last.find(isUsable);
  if (!candidate) throw noneLeft(last);
  const { engine } = candidate;
  if (choice === engine.name) return chosen(engine, `${requestWords(engine)}.`);
  if (choice === 'safest') return chosen(engine, safestWords(engine));
  const wished = table.find(({ name }) => name === choice) ?? table.at(0) ?? engine;
  const reason =
    `${engineTitle(wished.name)} is being looked for and tested; ` +
    `until then ${engineTitle(engine.name)} does the arithmetic.`;
  return chosen(engine, reason);
}

/** The first without any objection, else the first that can be used at all. */
function preferred(candidates: readonly Candidate[], findings: EngineFindings): ChosenEngine {
  const candidate = best(candidates);
  const { engine, objection } = candidate;
  const passedOver = objection ? candidates.find((other) => !isUsable(other)) : candidates[0];
  if (passedOver?.objection) return chosen(engine, insteadWords(passedOver.objection, engine));
  return chosen(engine, engine.reason?.(findings) ?? `${capitalised(engine.clause)}.`);
}

/** The last that can be used at all. */
function safest(candidates: readonly Candidate[]): ChosenEngine {
  const candidate = candidates.findLast(isUsable);
  if (!candidate) throw noneLeft(candidates);
  const { engine } = candidate;
  const last = candidates.at(-1);
  if (last === candidate || !last?.objection) return chosen(engine, safestWords(engine));
  return chosen(engine, insteadWords(last.objection, engine));
}

/** The engine asked for if it can be used at all, else the preferred one. */
function askedFor(candidates: readonly Candidate[], wished: EngineEntry): ChosenEngine {
  const objection = candidates.find(({ engine }) => engine === wished)?.objection;
  const words = requestWords(wished);
  if (!objection) return chosen(wished, `${words}.`);
  if (objection.slow === undefined) {
    const { engine } = best(candidates);
    return chosen(engine, `${words}. ${insteadWords(objection, engine)}`);
  }
  const better = candidates.find((other) => other.objection === undefined);
  if (!better) return chosen(wished, `${words}.`);
  const title = engineTitle(better.engine.name);
  return chosen(wished, `${words}; ${objection.slow}, slower than ${title}.`);
}

function best(candidates: readonly Candidate[]): Candidate {
  const candidate =
    candidates.find(({ objection }) => objection === undefined) ?? candidates.find(isUsable);
  if (!candidate) throw noneLeft(candidates);
  return candidate;
}

function objectionTo(
  engine: EngineEntry,
  findings: EngineFindings,
  specification: Specification,
  failed: readonly string[],
): Objection | undefined {
  if (failed.includes(engine.name)) return stopped(engine);
  const selfTest = findings.selfTests[engine.name];
  if (selfTest?.passed === false) return { sentence: selfTest.sentence };
  return engine.objection(findings, specification);
}

function isUsable({ objection }: Candidate): boolean {
  return objection === undefined || objection.slow !== undefined;
}

function chosen({ name, create }: EngineEntry, reason: string): ChosenEngine {
  return { name, factory: create, reason };
}

function stopped({ name }: EngineEntry): Objection {
  return { sentence: `The ${engineTitle(name)} engine stopped working.` };
}

function requestWords({ name }: EngineEntry): string {
  return `${engineTitle(name)} was asked for`;
}

function safestWords({ name }: EngineEntry): string {
  return `${engineTitle(name)} does the arithmetic, because it needs the least of this device.`;
}

function insteadWords({ sentence }: Objection, { clause }: EngineEntry): string {
  return `${sentence} So ${clause}.`;
}

/** The engine that needs the least comes first: it is the one whose failure matters most. */
function noneLeft(candidates: readonly Candidate[]): Error {
  const sentences = candidates.toReversed().flatMap(({ objection }) => objection?.sentence ?? []);
  return new Error(['No engine can do the arithmetic here.', ...sentences].join(' '));
}

function capitalised(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
