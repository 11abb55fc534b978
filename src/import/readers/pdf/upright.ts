import type { PageMarks, Sign } from './page-marks.ts';
import type { Rectangle } from './rectangle.ts';

/** A sign that reads from left to right. `y` is its baseline, downwards from the top of the page. */
export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
}

/** A page turned so that most of its text reads from left to right. */
export interface UprightPage {
  glyphs: Glyph[];
  rectangles: Rectangle[];
  /** Text in other directions, each run in one piece, with where it stands and whether it is at a right angle. */
  aside: { text: string; x: number; y: number; isSquare: boolean }[];
  width: number;
  height: number;
}

type Direction = 0 | 90 | 180 | 270 | 'askew';

/** Turns a page so that the direction in which most of its signs read runs from left to right. */
export function turnUpright(
  { rectangles }: PageMarks,
  signs: Sign[],
  { width, height }: { width: number; height: number },
): UprightPage {
  const counts = new Map<Direction, number>();
  const directions: Direction[] = [];
  for (const sign of signs) {
    // A sign without width, such as an accent, reads as the one before it.
    const direction = directionOf(sign) ?? directions.at(-1) ?? 0;
    directions.push(direction);
    counts.set(direction, (counts.get(direction) ?? 0) + 1);
  }
  const [[main] = [0 as Direction]] = [...counts].filter(([one]) => one !== 'askew').sort((a, b) => b[1] - a[1]);
  const turn = turner(main, width, height);
  const page: UprightPage = {
    glyphs: [],
    rectangles: rectangles.map(({ x0, y0, x1, y1 }) => {
      const [one, other] = [turn([x0, y0]), turn([x1, y1])];
      return {
        x0: Math.min(one[0], other[0]),
        y0: Math.min(one[1], other[1]),
        x1: Math.max(one[0], other[0]),
        y1: Math.max(one[1], other[1]),
      };
    }),
    aside: [],
    ...(main === 90 || main === 270 ? { width: height, height: width } : { width, height }),
  };
  let last: { sign: Sign; direction: Direction } | undefined;
  for (const [index, sign] of signs.entries()) {
    const direction = directions[index] ?? 0;
    const [x, y] = turn(sign.from);
    if (direction === main) {
      page.glyphs.push({ text: sign.text, x0: x, x1: turn(sign.to)[0], y, size: sign.size, bold: sign.bold });
      continue;
    }
    const run = page.aside.at(-1);
    const gap = last ? Math.hypot(sign.from[0] - last.sign.to[0], sign.from[1] - last.sign.to[1]) : Infinity;
    if (run && last?.direction === direction && gap < sign.size)
      run.text += `${gap > sign.size * 0.15 ? ' ' : ''}${sign.text}`;
    else page.aside.push({ text: sign.text, x, y, isSquare: direction !== 'askew' });
    last = { sign, direction };
  }
  return page;
}

function directionOf({ from, to }: Sign): Direction | undefined {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  if (Math.hypot(x, y) < 0.01) return undefined;
  const degrees = (Math.round((Math.atan2(y, x) * 180) / Math.PI) + 360) % 360;
  for (const right of [0, 90, 180, 270] as const)
    if (Math.abs(degrees - right) <= 3 || (right === 0 && degrees >= 357)) return right;
  return 'askew';
}

function turner(main: Direction, width: number, height: number): (point: [number, number]) => [number, number] {
  if (main === 90) return ([x, y]) => [y, width - x];
  if (main === 180) return ([x, y]) => [width - x, height - y];
  if (main === 270) return ([x, y]) => [height - y, x];
  return (point) => point;
}
