import type { classes } from '../learning/classes.ts';

/** The symbols that a class may have. */
type SymbolName = (typeof classes)[number]['symbol'];

/** Corners in order, around the middle; y downwards. */
export type Outline = readonly (readonly [x: number, y: number])[];

/*
 * The shapes are those of d3-shape's symbols, which are all of the same area. They are drawn here,
 * because that package would be loaded before the first picture for them alone.
 */

const root3 = Math.sqrt(3);

function diamond(area: number): Outline {
  const y = Math.sqrt((area * root3) / 2);
  const x = y / root3;
  return [
    [0, -y],
    [x, 0],
    [0, y],
    [-x, 0],
  ];
}

function triangle(area: number): Outline {
  const y = -Math.sqrt(area / (root3 * 3));
  return [
    [0, 2 * y],
    [-root3 * y, -y],
    [root3 * y, -y],
  ];
}

/** Five points; the inner corners are where the lines of a pentagram cross. */
function star(area: number): Outline {
  const inner = Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10);
  const outer = Math.sqrt(area / (5 * inner * Math.sin(Math.PI / 5)));
  return Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5;
    const r = i % 2 === 0 ? outer : outer * inner;
    return [r * Math.sin(angle), -r * Math.cos(angle)] as const;
  });
}

function cross(area: number): Outline {
  const r = Math.sqrt(area / 5) / 2;
  const arm: Outline = [
    [-3 * r, -r],
    [-r, -r],
    [-r, -3 * r],
  ];
  return turned(arm, 4);
}

/** Three arms, each as long as wide, on the sides of a triangle. */
function wye(area: number): Outline {
  const base = 1 / Math.sqrt(12);
  const r = Math.sqrt(area / ((base / 2 + 1) * 3));
  const arm: Outline = [
    [r / 2, r * base],
    [r / 2, r * (base + 1)],
    [-r / 2, r * (base + 1)],
  ];
  return turned(arm, 3);
}

/** The corners, and the same turned about the middle, until the round is full. */
function turned(arm: Outline, times: number): Outline {
  return Array.from({ length: times }, (_, turn) => {
    const [c, s] = [Math.cos((2 * Math.PI * turn) / times), Math.sin((2 * Math.PI * turn) / times)];
    return arm.map(([x, y]) => [c * x - s * y, s * x + c * y] as const);
  }).flat();
}

/** Outlines by symbol, for an area; circles and squares have shorter paths. */
export const symbolOutlines: Readonly<
  Record<Exclude<SymbolName, 'circle' | 'square'>, (area: number) => Outline>
> = { cross, diamond, star, triangle, wye };
