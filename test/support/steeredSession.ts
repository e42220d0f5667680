import { onTestFinished } from 'vitest';
import type { ChosenEngine } from '../../src/engines/chooseEngine.ts';
import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import type { EngineName } from '../../src/learning/engine.ts';
import type { Specification } from '../../src/learning/specification.ts';
import type { EngineFindings } from '../../src/engines/engineFindings.ts';
import type {
  CommandBody,
  EngineChoice,
  StartCommand,
} from '../../src/training/protocol/commands.ts';
import type { EventBody, Phase, SessionEvent } from '../../src/training/protocol/events.ts';
import { isSign, type SessionMessage, type Sign } from '../../src/training/protocol/signs.ts';
import type { Frame, LossPoint } from '../../src/training/protocol/frame.ts';
import type { FieldPicture, Picture } from '../../src/training/protocol/watches.ts';
import { TrainingSession } from '../../src/training/session/session.ts';
import type { Environment } from '../../src/training/session/environment.ts';
import { articleStart } from './articleStart.ts';
import type { Costs } from './timedEngine.ts';
import { TimedEngine } from './timedEngine.ts';
import { VirtualClock } from './virtualClock.ts';

/** The engine that takes the place of one that failed. */
function substituteFor(failed: readonly EngineName[]): EngineName {
  if (failed.includes('simd')) throw new Error('No engine is left.');
  return 'simd';
}

type Kind<Name extends EventBody['kind']> = Extract<SessionEvent, { kind: Name }>;

/** A session on a virtual clock, with the page's part in the hands of the test. */
export class SteeredSession {
  readonly clock = new VirtualClock();
  readonly events: SessionEvent[] = [];
  readonly signs: Sign[] = [];
  /** All engines made so far. */
  readonly engines: TimedEngine[] = [];
  /** Whether each frame is acknowledged as soon as it comes. */
  acknowledges = true;
  costs: Costs = { step: 0.5, cell: 0.0001 };
  /** The newest picture of each watch, as the page would keep them. */
  readonly pictures = new Map<string, Picture>();
  /** Which engine is taken for a choice. */
  pick: (
    choice: EngineChoice,
    findings: EngineFindings | undefined,
    specification: Specification,
  ) => EngineName = (choice) => (choice === 'auto' ? 'webgl' : choice);
  /** Why an engine is taken. */
  because = 'was chosen';
  /** Engines that cannot be made. */
  readonly missing = new Set<EngineName>();
  /** Until this resolves, no engine comes to be. */
  stall: Promise<void> = Promise.resolve();
  run = 1;
  readonly session: TrainingSession;

  constructor(modelFiles: Environment['modelFiles'] = () => Promise.reject(new Error('No.'))) {
    this.session = new TrainingSession(1, {
      now: this.clock.now,
      nextTurn: this.clock.nextTurn,
      chooseEngine: (choice, findings, specification, failed = []) => {
        const picked = this.pick(choice, findings, specification);
        return this.#offer(failed.includes(picked) ? substituteFor(failed) : picked);
      },
      modelFiles,
      emit: (event, transfer) => this.#receive(structuredClone(event, { transfer })),
    });
    const ended = this.session.run();
    onTestFinished(async () => {
      this.session.end();
      await this.clock.pass(100);
      await ended;
    });
  }

  send(command: CommandBody, run = this.run): void {
    this.session.receive({ ...command, session: 1, run });
  }

  /** Sends, and lets a moment pass. */
  async command(command: CommandBody): Promise<void> {
    this.send(command);
    await this.clock.pass(0.001);
  }

  /** Begins a run and lets its first frame come. */
  async start(change: Partial<StartCommand> = {}): Promise<void> {
    await this.command({ kind: 'start', ...articleStart, ...change });
  }

  /** Trains until the run rests, for at most a virtual minute. */
  async trainToTheEnd(): Promise<void> {
    await this.command({ kind: 'train' });
    await this.rests();
  }

  async rests(): Promise<void> {
    for (let i = 0; i < 600 && this.phase === 'training'; i++) await this.clock.pass(100);
  }

  of<Name extends EventBody['kind']>(kind: Name): Kind<Name>[] {
    return this.events.filter((event): event is Kind<Name> => event.kind === kind);
  }

  get phases(): Phase[] {
    return this.of('phase').map(({ phase }) => phase);
  }

  get phase(): Phase | undefined {
    return this.phases.at(-1);
  }

  get reason(): string {
    return this.of('phase').at(-1)?.reason ?? '';
  }

  get frames(): Frame[] {
    return this.of('frame').map(({ frame }) => frame);
  }

  get frame(): Frame {
    const frame = this.frames.at(-1);
    if (!frame) throw new Error('There was no frame yet.');
    return frame;
  }

  /** The losses of the last frame. */
  get losses(): LossPoint {
    const point = this.frame.lossPoints.at(-1);
    if (!point) throw new Error('A frame came without losses.');
    return point;
  }

  /** The newest picture of the watch 'field'. */
  get field(): FieldPicture {
    const picture = this.pictures.get('field');
    if (picture?.kind !== 'field') throw new Error('There was no field yet.');
    return picture;
  }

  get snapshot() {
    const event = this.of('snapshot').at(-1);
    if (!event) throw new Error('There was no snapshot yet.');
    return event.snapshot;
  }

  get engine(): TimedEngine {
    const engine = this.engines.at(-1);
    if (!engine) throw new Error('There was no engine yet.');
    return engine;
  }

  #offer(name: EngineName): ChosenEngine {
    return {
      name,
      reason: `The ${name} engine ${this.because}.`,
      factory: async (specification, parameters) => {
        await this.stall;
        if (this.missing.has(name)) throw new Error(`There is no ${name} here.`);
        const simd = await this.clock.outside(createSimdEngine(specification, parameters));
        const engine = new TimedEngine(name, simd, this.clock, this.costs);
        this.engines.push(engine);
        return engine;
      },
    };
  }

  #receive(event: SessionMessage): void {
    if (isSign(event)) {
      this.signs.push(event);
      return;
    }
    this.events.push(event);
    if (event.kind !== 'frame') return;
    const { number, pictures } = event.frame;
    for (const [id, picture] of Object.entries(pictures)) this.pictures.set(id, picture);
    if (this.acknowledges) this.send({ kind: 'acknowledge', frame: number }, event.run);
  }
}
