import { encode } from 'uqr';

/** A QR code as an SVG path of unit squares, and the side of the whole with its quiet margin. */
export interface QrPath {
  readonly path: string;
  readonly side: number;
}

/** Modules around the code that must be empty; ISO/IEC 18004. */
const border = 4;

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x},${y}h1v1h-1z`] : [])),
  );
  return { path: runs.join(''), side: size };
}
