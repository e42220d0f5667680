import type { ClientView } from '../../federated/client/roomClient.ts';

/** What the device is doing, for the one who holds it. */
export function phaseText(view: ClientView | undefined): string {
  if (!view) return 'looking for the room …';
  if (view.state?.isPaused && view.phase !== 'away') return 'waiting for the teacher';
  switch (view.phase) {
    case 'away':
      return 'the way to the room is lost; this device comes back by itself …';
    case 'waiting':
      return 'waiting for the next round';
    case 'training':
      return 'training on your samples …';
    case 'sent':
      return 'the change is sent; your samples are still here';
    case 'over':
      return '';
  }
}
