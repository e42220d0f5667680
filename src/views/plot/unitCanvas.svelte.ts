import type { Attachment } from 'svelte/attachments';
import { activationImage, largestSize, signShades } from '../../figures/activationImage.ts';
import { squarePlace } from '../../figures/plotSquare.ts';
import type { InsideNetwork } from '../../state/network/insideNetwork.svelte.ts';
import type { PlanePicture } from '../../state/network/inputPicture.ts';
import type { Window } from '../../learning/samples.ts';
import { pixelRatio } from './pixelRatio.svelte.ts';

/** What the canvas depends on besides the unit's picture. */
interface UnitCanvasOptions {
  readonly inside: InsideNetwork;
  /** Side of the canvas in CSS pixels. */
  readonly size: number;
  /** The colours are read from the page again when this changes. */
  readonly dark: boolean;
}

/** What was drawn last: moved and scaled, until the picture of another window has come. */
interface LastPicture {
  readonly picture: PlanePicture;
  /** Whose it is, among the samples that this window holds. */
  readonly unit: string;
  readonly whole: Window;
}

/** Draws what the unit or input that fills the plot is over the window, smooth between its cells. */
export function unitCanvas(options: () => UnitCanvasOptions): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    const cells = document.createElement('canvas').getContext('2d');
    if (!context || !cells) return;
    let last: LastPicture | undefined;
    const colours = $derived(signs(canvas, options().dark));

    $effect(() => {
      const pixels = Math.round(options().size * pixelRatio());
      canvas.width = canvas.height = pixels;
      const { shownPicture, shown, plotWindow, window: whole } = options().inside;
      const unit = `${shown?.column} ${shown?.index}`;
      if (shownPicture) last = { picture: shownPicture, unit, whole };
      if (last?.unit !== unit || last.whole !== whole) return;
      const { picture } = last;
      const { x, y, scale: share } = squarePlace(picture.window, plotWindow);
      const { values, resolution } = picture;
      cells.canvas.width = cells.canvas.height = resolution;
      const image = cells.createImageData(resolution, resolution);
      const scale = largestSize(values) || 1;
      activationImage({ values, resolution, colours, scale, pixels: image.data });
      cells.putImageData(image, 0, 0);
      context.imageSmoothingQuality = 'high';
      context.drawImage(cells.canvas, x * pixels, y * pixels, share * pixels, share * pixels);
    });
  };
}

/** The colours of the page; they are others when `dark` is. */
function signs(element: Element, _dark: boolean) {
  const style = getComputedStyle(element);
  const [paper = '', negative = '', positive = ''] = ['--paper', '--negative', '--positive'].map(
    (token) => style.getPropertyValue(token).trim(),
  );
  return signShades(paper, negative, positive);
}
