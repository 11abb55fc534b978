import type { Glyph } from './upright.ts';

/**
 * Leaves out signs that are painted again at their own place, as some programs make letters bold: read twice, "500"
 * would be another figure.
 */
export function withoutRepeated(glyphs: Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const cell = (dx: number, dy: number): string =>
      `${glyph.text} ${Math.round(glyph.x0 / 4) + dx} ${Math.round(glyph.y / 4) + dy}`;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) if (seen.get(cell(dx, dy))?.some((other) => isSame(glyph, other))) return false;
    const key = cell(0, 0);
    const list = seen.get(key);
    if (list) list.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}

function isSame(one: Glyph, other: Glyph): boolean {
  const near = Math.min(one.size * 0.12, Math.max(0.1, (one.x1 - one.x0) * 0.4));
  return Math.abs(one.x0 - other.x0) < near && Math.abs(one.y - other.y) < one.size * 0.12;
}
