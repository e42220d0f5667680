import { chooseEngine } from '../engines/chooseEngine.ts';
import { modelFiles } from '../engines/layersModel.ts';
import type { Command } from './messages.ts';
import { nextTurn } from './nextTurn.ts';
import { TrainingSession } from './session.ts';

/*
 * The entry of the training worker, and the only file that knows it is in one. Its messages are
 * `messages.ts`.
 */

const session = new TrainingSession({
  chooseEngine,
  modelFiles,
  now: () => performance.now(),
  nextTurn,
  emit: (event, transfer) => self.postMessage(event, { transfer }),
});

self.addEventListener('message', (event: MessageEvent<Command>) => session.receive(event.data));

// Nothing in the session should throw. If it does, the page must hear of it as a worker's error.
session.run().catch(reportError);
