/** Where a canvas of a picture has what it showed. */
const pictureKey = 'picture';

/**
 * A slide as HTML in which nothing lives. `screen`: the element that presents; `shows`: whether the
 * cell of that index is on the slide.
 */
export function slidePicture(screen: HTMLElement, shows: (index: number) => boolean): string {
  const copy = screen.cloneNode(true) as HTMLElement;
  const cells = cellsOf(copy);
  cellsOf(screen).forEach((original, index) => {
    const cell = cells[index];
    if (!cell) return;
    cell.hidden = !shows(index);
    if (cell.hidden) cell.replaceChildren();
    else keepShown(original, cell);
  });
  for (const away of copy.querySelectorAll('script, nav, dialog, [role=status]')) away.remove();
  const { width, size } = measuresOf(screen);
  copy.style.cssText = `--size: ${size}px; --plot-height: ${0.56 * innerHeight}px; width: ${width}px; min-height: 0`;
  return copy.outerHTML;
}

/** Of the notebook; what a cell displays may hold elements of the same class. */
function cellsOf(screen: HTMLElement): readonly HTMLElement[] {
  return Array.from(screen.querySelectorAll<HTMLElement>('.slide > .cell'));
}

/** Writes what markup does not hold into the copy of a cell: drawings, and what was entered. */
function keepShown(cell: HTMLElement, copy: HTMLElement): void {
  const originals = cell.querySelectorAll('canvas, input');
  copy.querySelectorAll<HTMLElement>('canvas, input').forEach((twin, index) => {
    const original = originals[index];
    if (original instanceof HTMLCanvasElement) twin.dataset[pictureKey] = addressOf(original);
    if (original instanceof HTMLInputElement) {
      twin.setAttribute('value', original.value);
      twin.toggleAttribute('checked', original.checked);
    }
  });
}

/** Shows such a picture in an element, as large as fits its width. */
export function showPicture(holder: HTMLElement, html: string): void {
  holder.innerHTML = html;
  const [screen] = holder.children;
  if (!(screen instanceof HTMLElement)) return;
  screen.style.setProperty('zoom', String(holder.clientWidth / parseFloat(screen.style.width)));
  for (const canvas of holder.querySelectorAll('canvas')) {
    const picture = new Image();
    picture.onload = () => canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.src = canvas.dataset[pictureKey] ?? '';
  }
}

/** Pixels; the size of the text is one that no style tells. */
function measuresOf(screen: HTMLElement): { readonly width: number; readonly size: number } {
  const probe = document.createElement('i');
  probe.style.cssText = 'position: absolute; width: var(--size)';
  screen.append(probe);
  const size = probe.getBoundingClientRect().width;
  probe.remove();
  return { width: screen.clientWidth, size };
}

/** Empty for one that the page may not read. */
function addressOf(canvas: HTMLCanvasElement): string {
  try {
    return canvas.width * canvas.height > 0 ? canvas.toDataURL() : '';
  } catch {
    return '';
  }
}
