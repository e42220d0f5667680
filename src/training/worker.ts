import { chooseEngine } from '../engines/chooseEngine.ts';
import { examineEngines } from '../engines/examineEngines.ts';
import { modelFiles } from '../engines/layersModel.ts';
import type { Command } from './protocol/messages.ts';
import { nextTurn } from './nextTurn.ts';
import { TrainingSession } from './session/session.ts';

/*
 * The entry of the page's workers, and the only file that knows it is in one. A worker trains, and
 * its messages are `messages.ts`; or it is named "examiner" and posts the reports of one examination
 * of the engines, apart from training, so that neither tfjs on its way nor a graphics processor that
 * hangs can hold a run up. Both begin here, so that the second finds in the browser's cache what the
 * first has fetched.
 */

if (self.name === 'examiner') examine().catch(reportError);
else train();

async function examine(): Promise<void> {
  for await (const report of examineEngines()) self.postMessage(report);
}

function train(): void {
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
}
