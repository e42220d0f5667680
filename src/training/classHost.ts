import { createSharedSimdEngines } from '../engines/simdEngine.ts';
import type { LeakSubject } from '../federated/leak/leakProbe.ts';
import { readLeaks } from '../federated/leak/readLeaks.ts';
import { ClassRun } from '../federated/simulation/classRun.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import type { Window } from '../learning/samples.ts';
import {
  type ClassCommand,
  type ClassEvent,
  classResolution,
  clientResolution,
  mostShown,
} from './protocol/classMessages.ts';

type StartCommand = Extract<ClassCommand, { kind: 'start' }>;

interface HostedRun {
  readonly run: number;
  readonly class: ClassRun;
  readonly window: Window;
  readonly subject: Omit<LeakSubject, 'parameters'>;
}

/** The worker's side of a simulated class: commands in, one event for each out, in their order. */
export class ClassHost {
  readonly #emit: (event: ClassEvent) => void;
  #hosted: HostedRun | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(emit: (event: ClassEvent) => void) {
    this.#emit = emit;
  }

  receive(command: ClassCommand): Promise<void> {
    this.#last = this.#last.then(() => this.#answer(command));
    return this.#last;
  }

  async #answer(command: ClassCommand): Promise<void> {
    try {
      this.#emit(await this.#eventFor(command));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#emit({ kind: 'failed', run: command.run, message });
    }
  }

  #eventFor(command: ClassCommand): Promise<ClassEvent> {
    if (command.kind === 'start') return this.#start(command);
    const hosted = this.#hosted;
    if (hosted?.run !== command.run) throw new Error('This class has ended; start another one.');
    return command.kind === 'round' ? this.#round(hosted) : this.#leak(hosted, command.number);
  }

  async #start(command: StartCommand): Promise<ClassEvent> {
    const { run, settings, specification, samples, evaluation, window } = command;
    const createEngine = createSharedSimdEngines();
    const hosted = await ClassRun.create({
      settings,
      specification,
      parameters: Float32Array.from(initialParameters(specification.network)),
      samples,
      evaluation,
      central: true,
      createEngine,
    });
    const { simulated } = hosted;
    this.#hosted = {
      run,
      class: hosted,
      window,
      subject: { specification, samples, createEngine },
    };
    return {
      kind: 'started',
      run,
      scores: await hosted.scores(),
      field: await hosted.field(simulated.parameters, window, classResolution),
      clients: simulated.clients.slice(0, mostShown).map(({ samples: own, isPoisoned }) => ({
        samples: own,
        isPoisoned,
      })),
    };
  }

  async #round({ run, class: hosted, window }: HostedRun): Promise<ClassEvent> {
    const round = await hosted.round();
    const { simulated } = hosted;
    const clientFields: (Float32Array | undefined)[] = [];
    for (const { local } of simulated.clients.slice(0, mostShown)) {
      clientFields.push(local && (await hosted.field(local, window, clientResolution)));
    }
    const field = await hosted.field(simulated.parameters, window, classResolution);
    return { kind: 'round', run, round, field, clientFields };
  }

  async #leak({ run, class: hosted, subject }: HostedRun, number: number): Promise<ClassEvent> {
    const { parameters } = hosted.simulated;
    const readings = await readLeaks({ ...subject, parameters }, number);
    return { kind: 'leaked', run, readings };
  }
}
