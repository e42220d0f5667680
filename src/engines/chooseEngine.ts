import { type EngineFactory, type EngineName, engineTitles } from '../learning/engine.ts';
import type { Specification } from '../learning/specification.ts';
import type { EngineFindings } from './examineEngines.ts';
import { createSimdEngine } from './simdEngine.ts';
import { isSoftware, objectionTo, processorName } from './webgl/findings.ts';
import { objectionToSize } from './webgl/limits.ts';
import { createWebglOnDemand } from './webglOnDemand.ts';

/** An engine, and why this one, in full sentences for a learner. */
export interface ChosenEngine {
  readonly name: EngineName;
  readonly factory: EngineFactory;
  readonly reason: string;
}

type Choice = 'auto' | EngineName;

/** Why an engine is not to be used, in a full sentence; nothing where it may be. */
type Objections = Readonly<Partial<Record<EngineName, string>>>;

const factories: Readonly<Record<EngineName, EngineFactory>> = {
  simd: createSimdEngine,
  webgl: createWebglOnDemand,
};

/** What an engine does in place of the other. */
const standsIn: Readonly<Record<EngineName, string>> = {
  simd: 'So the processor does the arithmetic, in WebAssembly.',
  webgl: 'So WebGL does the arithmetic.',
};

/**
 * The engine for a choice on this machine; `auto` takes WebGL where a real graphics processor
 * answers in full precision. An engine that cannot run, is not made for this or has failed its
 * self-test gives way to the other. Before anything is found out SIMD is taken.
 * @throws Error with a sentence where no engine is left.
 */
export function chooseEngine(
  choice: Choice,
  findings: EngineFindings | undefined,
  specification: Specification,
): ChosenEngine {
  if (!findings) return chosen('simd', reasonToBegin(choice));
  const objections = objectionsTo(specification, findings);
  const wished = choice === 'auto' ? automatic(findings, objections) : choice;
  const name = objections[wished] === undefined ? wished : otherThan(wished);
  if (objections[name] !== undefined) {
    const sentences = [objections.simd, objections.webgl].join(' ');
    throw new Error(`No engine can do the arithmetic here. ${sentences}`);
  }
  if (name === choice) {
    const slow = name === 'webgl' && isSoftware(findings.webgl) && objections.simd === undefined;
    const clause = slow ? '; here it runs in software, slower than WebAssembly' : '';
    return chosen(name, `${askedFor(name)}${clause}.`);
  }
  if (choice === 'auto' && name === 'webgl' && !isSoftware(findings.webgl)) {
    return chosen(name, `${processorName(findings.webgl)} does the arithmetic, through WebGL.`);
  }
  const against =
    objections[otherThan(name)] ?? 'No graphics processor answers here: WebGL runs in software.';
  const reason = `${against} ${standsIn[name]}`;
  return chosen(name, choice === 'auto' ? reason : `${askedFor(choice)}. ${reason}`);
}

function chosen(name: EngineName, reason: string): ChosenEngine {
  return { name, factory: factories[name], reason };
}

function objectionsTo(
  specification: Specification,
  { webgl, selfTests }: EngineFindings,
): Objections {
  const failure = (name: EngineName) =>
    selfTests[name]?.passed === false ? selfTests[name].sentence : undefined;
  return {
    simd: failure('simd'),
    webgl: failure('webgl') ?? objectionTo(webgl) ?? objectionToSize(specification),
  };
}

function automatic({ webgl }: EngineFindings, objections: Objections): EngineName {
  return objections.webgl === undefined && !isSoftware(webgl) ? 'webgl' : 'simd';
}

function otherThan(name: EngineName): EngineName {
  return name === 'webgl' ? 'simd' : 'webgl';
}

function reasonToBegin(choice: Choice): string {
  if (choice === 'simd') return `${askedFor(choice)}.`;
  return 'WebGL is being looked for and tested; until then WebAssembly does the arithmetic.';
}

function askedFor(name: EngineName): string {
  return `${engineTitles[name]} was asked for`;
}
