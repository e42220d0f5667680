import type { Command, CommandBody } from '../../src/training/protocol/commands.ts';
import type { EventBody, SessionEvent } from '../../src/training/protocol/events.ts';
import type { Frame, LossPoint } from '../../src/training/protocol/frame.ts';
import type { Watch } from '../../src/training/protocol/watches.ts';

/** The worker's side of a run, in the hands of a test: what was sent, and what is to come back. */
export class SessionDouble {
  readonly sent: Command[] = [];
  ended = false;
  #receive: (event: SessionEvent) => void = () => undefined;
  #frames = 0;

  readonly connect = (receive: (event: SessionEvent) => void) => {
    this.#receive = receive;
    return {
      session: 7,
      send: (command: Command) => void this.sent.push(command),
      dispose: () => void (this.ended = true),
    };
  };

  /** The kinds of the commands, but for watches and acknowledgements, which come by themselves. */
  get kinds(): CommandBody['kind'][] {
    return this.sent
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'watch' && kind !== 'acknowledge');
  }

  of<Kind extends CommandBody['kind']>(kind: Kind): Extract<Command, { kind: Kind }>[] {
    return this.sent.filter(
      (command): command is Extract<Command, { kind: Kind }> => command.kind === kind,
    );
  }

  /** The number of the newest run. */
  get run(): number {
    return this.of('start').at(-1)?.run ?? 0;
  }

  /** What is watched now. */
  get watches(): readonly Watch[] {
    const told = this.sent.filter(
      (command) => command.kind === 'start' || command.kind === 'watch',
    );
    return told.at(-1)?.watches ?? [];
  }

  /** Delivers an event of a run; of the newest one unless told. */
  deliver(event: EventBody, run = this.run): void {
    this.#receive({ ...event, session: 7, run });
  }

  phase(phase: Extract<EventBody, { kind: 'phase' }>['phase'], reason = ''): void {
    this.deliver({ kind: 'phase', phase, reason });
  }

  /** Delivers a frame; what is not told is that of a run in its third epoch. */
  frame(change: Partial<Frame> = {}, run = this.run): Frame {
    const frame = { ...this.#usualFrame(), ...change };
    this.deliver({ kind: 'frame', frame }, run);
    return frame;
  }

  #usualFrame(): Frame {
    const changed = this.sent.filter(
      (command) => command.kind === 'start' || command.kind === 'changeSamples',
    );
    return {
      number: ++this.#frames,
      progress: { step: 40, epoch: 2, position: 0, updates: 40 },
      stepsPerEpoch: 20,
      samplesVersion: changed.at(-1)?.samplesVersion ?? 0,
      lossPoints: [lossAt(2)],
      stepsPerSecond: 60,
      pictures: {},
    };
  }
}

/** Losses at an epoch. */
export function lossAt(epoch: number, training = 0.5, evaluation = 0.6): LossPoint {
  return { epoch, training, evaluation };
}
