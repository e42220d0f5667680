import { chooseEngine } from '../engines/chooseEngine.ts';
import { modelFiles } from '../engines/layersModel.ts';
import { nextTurn } from './nextTurn.ts';
import type { ClassCommand } from './protocol/classMessages.ts';
import type { WorkOrder } from './room/roomWork.ts';
import { SessionHost } from './session/sessionHost.ts';

/*
 * The entry of the page's workers, and the only file that knows it is in one. A worker hosts
 * sessions, by the messages of `protocol/`; or it is named "class" and hosts a simulated class, or
 * "room" and works for a page of a real one; or it is named "examiner" and posts the reports of one
 * examination of the engines, apart from training, so that neither tfjs on its way nor a graphics
 * processor that hangs can hold a run up. Both begin here, so that the second finds in the browser's
 * cache what the first has fetched.
 */

if (self.name === 'examiner') examine().catch(reportError);
else if (self.name === 'class') hostClass();
else if (self.name === 'room') hostRoom();
else hostSessions();

/** Its own part of the script, which no other page needs; commands wait for it. */
function hostClass(): void {
  const host = import('./classHost.ts').then(
    ({ ClassHost }) => new ClassHost((event) => self.postMessage(event)),
  );
  self.addEventListener('message', ({ data }: MessageEvent<ClassCommand>) => {
    host.then((ready) => ready.receive(data)).catch(reportError);
  });
}

function hostRoom(): void {
  const host = import('./room/roomHost.ts').then(
    ({ RoomHost }) => new RoomHost((answer) => self.postMessage(answer)),
  );
  self.addEventListener('message', ({ data }: MessageEvent<WorkOrder>) => {
    host.then((ready) => ready.receive(data)).catch(reportError);
  });
}

/** Loaded when it is needed: the first picture does not wait for the self-tests and the reference. */
async function examine(): Promise<void> {
  const { examineEngines } = await import('../engines/examineEngines.ts');
  for await (const report of examineEngines()) self.postMessage(report);
}

function hostSessions(): void {
  const host = new SessionHost(
    {
      chooseEngine,
      modelFiles,
      now: () => performance.now(),
      nextTurn,
      emit: (event, transfer) => self.postMessage(event, { transfer }),
    },
    reportError, // the page hears of it as a worker's error
  );
  self.addEventListener('message', (event: MessageEvent<unknown>) => host.receive(event.data));
}
