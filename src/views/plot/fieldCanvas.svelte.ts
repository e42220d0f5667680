import type { Attachment } from 'svelte/attachments';
import { fieldColours } from '../../figures/colours.ts';
import { fieldImage, fieldShades } from '../../figures/fieldImage.ts';
import { squarePlace } from '../../figures/plotSquare.ts';
import type { PlotField } from '../../state/plot/plotField.svelte.ts';
import { pixelRatio } from './pixelRatio.svelte.ts';

/** What the canvas depends on besides the field's picture. */
interface FieldCanvasOptions {
  readonly field: Pick<PlotField, 'planes' | 'window'>;
  /** Side of the canvas in CSS pixels. */
  readonly size: number;
  /** The colours are read from the page again when this changes. */
  readonly dark: boolean;
}

/** Draws the field, smooth between its cells; empty while there is none. */
export function fieldCanvas(options: () => FieldCanvasOptions): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    const cells = document.createElement('canvas').getContext('2d');
    if (!context || !cells) return;
    let image = cells.createImageData(1, 1);
    const shades = $derived(fieldShades(tokens(canvas, options().dark)));

    $effect(() => {
      const pixels = Math.round(options().size * pixelRatio());
      canvas.width = canvas.height = pixels;
      const { planes, window } = options().field;
      if (!planes) return;
      const { values, resolution } = planes;
      const { x, y, scale } = squarePlace(planes.window, window);
      if (image.width !== resolution) {
        cells.canvas.width = cells.canvas.height = resolution;
        image = cells.createImageData(resolution, resolution);
      }
      fieldImage({ field: values, resolution, shades, pixels: image.data });
      cells.putImageData(image, 0, 0);
      context.imageSmoothingQuality = 'high';
      context.drawImage(cells.canvas, x * pixels, y * pixels, scale * pixels, scale * pixels);
    });
  };
}

/** The colours of the page; they are others when `dark` is. */
function tokens(element: Element, _dark: boolean) {
  const style = getComputedStyle(element);
  return fieldColours((token) => style.getPropertyValue(token).trim());
}
