import { alongCurve, type Connection } from '../../figures/networkLayout.ts';
import type { Hold } from '../../state/network/hold.ts';

/** Where along a line its mark is: beyond the middle, where many lines cross. */
const markPlace = 0.66;

interface MarkLook {
  readonly paper: string;
  readonly ink: string;
  /** In pixels. */
  readonly textSize: number;
}

/** Marks a line whose weight is frozen by a diamond, one that is cut by a cross. */
export function markWeight(
  context: CanvasRenderingContext2D,
  line: Connection,
  hold: Hold,
  look: MarkLook,
): void {
  markHold(context, alongCurve(line, markPlace), hold, look);
}

/** Draws the mark of what is frozen or cut at a place in pixels. */
export function markHold(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  hold: Hold,
  { paper, ink, textSize }: MarkLook,
): void {
  if (hold === 'learns') return;
  const r = (hold === 'frozen' ? 0.27 : 0.22) * textSize;
  context.setLineDash([]);
  context.beginPath();
  if (hold === 'frozen') {
    context.moveTo(x, y - r);
    for (const [dx, dy] of [
      [r, 0],
      [0, r],
      [-r, 0],
    ] as const)
      context.lineTo(x + dx, y + dy);
    context.closePath();
  } else {
    context.moveTo(x - r, y - r);
    context.lineTo(x + r, y + r);
    context.moveTo(x - r, y + r);
    context.lineTo(x + r, y - r);
  }
  // First in the colour of the paper, wider, so that it stands out from the lines.
  context.strokeStyle = paper;
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = 1.5;
  if (hold === 'frozen') context.fill();
  else context.stroke();
}
