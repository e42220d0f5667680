import { randomBytes } from 'node:crypto';
import { createSharedSimdEngines } from '../engines/simdEngine.ts';
import { type ClientView, RoomClient } from '../federated/client/roomClient.ts';
import { RoomLearner } from '../federated/client/roomLearner.ts';
import { roomLimits } from '../federated/room/roomLimits.ts';
import { shownName } from '../learning/quoted.ts';
import type { Samples } from '../learning/samples.ts';
import { connectRoom } from '../training/room/connectRoom.ts';
import { InterruptedError } from './interruptedError.ts';
import { joinHelp, type JoinOptions, readJoinOptions } from './joinOptions.ts';
import { readSampleFile } from './sampleFile.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/**
 * `edgewise join`. Ends with the class, or when the user leaves it.
 * @throws UsageError where the file cannot be used, or the room lets nobody in.
 * @throws InterruptedError
 */
export async function join(
  words: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> {
  const options = readJoinOptions(words);
  if (!options) {
    terminal.write(joinHelp);
    return [];
  }
  const samples = await readSamples(options, terminal);
  const last = await takePart(options, samples, terminal);
  if (terminal.interrupted.aborted) {
    throw new InterruptedError(terminal.interrupted, 'in a class; the seat was given back');
  }
  if (!last.state) throw new UsageError(`join: ${last.sentence}`);
  terminal.write(`${last.sentence}\n`);
  return [];
}

async function readSamples({ file, form }: JoinOptions, terminal: Terminal): Promise<Samples> {
  const { folder, interrupted } = terminal;
  const { choice, skipIncomplete } = form;
  const table = await readSampleFile({ folder, name: file }, interrupted, {
    choice,
    skipIncomplete,
  });
  const { length } = table.labels;
  if (length > roomLimits.mostSamples) {
    throw new UsageError(
      `${shownName(file)}: expected at most ${roomLimits.mostSamples} samples, because one device must not outweigh a class; got ${length}.`,
    );
  }
  return { points: Float32Array.from(table.points), labels: table.labels };
}

/** Settles with the last view, when it is over. */
function takePart(
  { address, code, name, file }: JoinOptions,
  samples: Samples,
  terminal: Terminal,
): Promise<ClientView> {
  const createEngine = createSharedSimdEngines();
  const say = new Changes((text) => terminal.write(`${text}\n`));
  return new Promise((settle, fail) => {
    const socket = connectRoom(address);
    const client = new RoomClient({
      socket,
      code,
      name,
      token: randomBytes(16).toString('hex'),
      prepare(plan, place) {
        const { classes } = plan.network;
        if (samples.labels.some((label) => label >= classes)) {
          const sentence = `${shownName(file)}: expected ${classes} classes, as the room has them, got more.`;
          fail(new UsageError(sentence));
          socket.close();
        }
        const bytes = (count: number) => randomBytes(count);
        return RoomLearner.create({ plan, place, samples, createEngine, randomBytes: bytes });
      },
      onchange(view) {
        say.look(view);
        if (view.phase === 'over') settle(view);
      },
    });
    say.look(client.view);
    terminal.interrupted.addEventListener('abort', () => void client.leave());
    if (terminal.interrupted.aborted) void client.leave();
  });
}

/** Says what has changed, a line each. */
class Changes {
  readonly #say: (text: string) => void;
  #last: ClientView | undefined;
  #sent = 0;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  look(view: ClientView): void {
    const before = this.#last;
    this.#last = view;
    if (view.phase === 'away' && before?.phase !== 'away') this.#say('Looking for the class …');
    if (view.phase === 'waiting' && before?.phase === 'away') this.#say('In the class.');
    if (view.sentence !== '' && view.sentence !== before?.sentence && view.phase !== 'over') {
      this.#say(view.sentence);
    }
    if (view.phase !== 'sent' || before?.phase === 'sent') return;
    this.#sent++;
    this.#say(`update ${this.#sent} has been taken; samples sent: 0`);
  }
}
