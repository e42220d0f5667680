/** A line of the figure: its name, and how it is drawn. */
export interface LegendEntry {
  readonly name: string;
  readonly stroke: string;
  /** As `stroke-dasharray`. */
  readonly dashes: string;
}

/** Width of a lower-case letter as a share of the font size, a little more than on average. */
const letterWidth = 0.52;

/** A row at the upper left corner of a figure: a short piece of each line, and its name. */
export function lossLegend(
  entries: readonly LegendEntry[],
  fontSize: number,
  document: Document,
): SVGGElement {
  const create = <Name extends 'g' | 'text' | 'line'>(
    name: Name,
    attributes: Readonly<Record<string, string | number>>,
  ): SVGElementTagNameMap[Name] => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const group = create('g', { 'aria-label': 'legend' });
  const piece = 1.5 * fontSize;
  const gap = fontSize / 3;
  let x = 0;
  for (const { name, stroke, dashes } of entries) {
    const y = 0.65 * fontSize;
    const line = { x1: x, x2: x + piece, y1: y, y2: y };
    group.append(
      create('line', {
        ...line,
        stroke,
        'stroke-width': (1.6 * fontSize) / 12,
        'stroke-dasharray': dashes,
      }),
    );
    x += piece + gap;
    const text = create('text', { x, y: fontSize, fill: stroke, 'text-anchor': 'start' });
    text.textContent = name;
    group.append(text);
    x += name.length * letterWidth * fontSize + 2.5 * gap;
  }
  return group;
}
