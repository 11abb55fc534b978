import type { Rectangle } from './rectangle.ts';
import type { Glyph, UprightPage } from './upright.ts';

/** A line across (`at` is its y) or down the page (`at` is its x), from one end to the other. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  across: Rule[];
  down: Rule[];
}

/** Lines closer than this many points are one, and ends closer meet. */
export const TOUCH = 2.5;
/** A filled rectangle that is thicker than this is a ground and no line. */
const THICK = 3;

/** The lines of a page: thin rectangles, with those that continue one another put together. */
export function rulesOf(rectangles: Rectangle[]): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  for (const { x0, y0, x1, y1 } of rectangles) {
    if (y1 - y0 <= THICK && x1 - x0 > THICK) across.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    else if (x1 - x0 <= THICK && y1 - y0 > THICK) down.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return { across: merge(across), down: merge(down) };
}

/**
 * Takes apart what is struck through: signs with a line through their middle, as editors draw it, and those lines.
 */
export function takeStruck(page: UprightPage): { struck: Glyph[]; glyphs: Glyph[]; rules: Rules } {
  const rules = rulesOf(page.rectangles);
  const strikes = new Set<Rule>();
  const lines = [...rules.across].sort((one, other) => one.at - other.at);
  const struck: Glyph[] = [];
  const glyphs = page.glyphs.filter((glyph) => {
    if (glyph.text.trim() === '') return true;
    const middle = (glyph.x0 + glyph.x1) / 2;
    const strike = through(lines, glyph).find(({ from, to }) => from <= middle && to >= middle);
    if (!strike) return true;
    strikes.add(strike);
    struck.push(glyph);
    return false;
  });
  return { struck, glyphs, rules: { ...rules, across: rules.across.filter((rule) => !strikes.has(rule)) } };
}

/** The lines across the band between a fifth and half of a sign's size above its baseline. */
function through(lines: Rule[], { y, size }: Glyph): Rule[] {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) < y - size * 0.5) low = middle + 1;
    else high = middle;
  }
  const found: Rule[] = [];
  for (let index = low; (lines[index]?.at ?? Infinity) <= y - size * 0.18; index++) {
    const line = lines[index];
    if (line) found.push(line);
  }
  return found;
}

function merge(rules: Rule[]): Rule[] {
  const merged: Rule[] = [];
  const ordered = [...rules].sort((one, other) => one.at - other.at);
  let group: Rule[] = [];
  const close = (): void => {
    for (const rule of group.sort((one, other) => one.from - other.from)) {
      const last = merged.at(-1);
      if (last && group.includes(last) && rule.from <= last.to + TOUCH) last.to = Math.max(last.to, rule.to);
      else merged.push(rule);
    }
    group = [];
  };
  for (const rule of ordered) {
    const [first] = group;
    if (first && rule.at - first.at > 1) close();
    group.push({ ...rule });
  }
  close();
  return merged;
}
