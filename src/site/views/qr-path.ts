import { encode } from 'uqr';

/** White modules around the code that a reader needs to find it (ISO/IEC 18004: four). */
export const QUIET_ZONE = 4;

/**
 * A QR code for an address as the path of an SVG: one unit a module, quiet zone included in `size`. Error
 * correction is M or better.
 */
export function qrPath(address: string): { path: string; size: number } {
  const { data } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  const path = data.map((row, y) => rowPath(row, y)).join('');
  return { path, size: data.length };
}

/** One rectangle for each run of dark modules, so that no hairline shows between neighbours. */
function rowPath(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
  }
  return path;
}
