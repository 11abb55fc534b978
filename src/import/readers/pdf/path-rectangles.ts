import { OPS } from 'unpdf/pdfjs';
import { place, type Matrix } from './matrix.ts';
import type { Rectangle } from './rectangle.ts';

/** Numbers of the steps of a path as the reader packs them, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const LENGTHS = [2, 2, 6, 4, 0];

const FILLS = new Set([OPS.fill, OPS.eoFill]);
const STROKES = new Set([OPS.stroke, OPS.closeStroke]);
const BOTH = new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/**
 * The upright rectangles that a path paints, in the space of the page: those that are filled, and each straight stroke
 * as wide as its line. A stroke that is wider than long is a line across its own direction, as some programs draw it.
 */
export function rectanglesOf(operator: number, data: ArrayLike<number>, ctm: Matrix, lineWidth: number): Rectangle[] {
  const fills = FILLS.has(operator) || BOTH.has(operator);
  const strokes = STROKES.has(operator) || BOTH.has(operator);
  if (!fills && !strokes) return [];
  const half = (Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2])) * lineWidth) / 2;
  return subpathsOf(data, ctm, operator === OPS.closeStroke || BOTH.has(operator)).flatMap((points) => [
    ...(strokes ? strokesOf(points, half) : []),
    ...(fills && isRectangle(points) ? [boxOf(points)] : []),
  ]);
}

type Point = [x: number, y: number];

/** The subpaths made of straight lines alone; a curve ends the one that it belongs to. */
function subpathsOf(data: ArrayLike<number>, ctm: Matrix, isClosed: boolean): Point[][] {
  const paths: Point[][] = [];
  let points: Point[] = [];
  let isStraight = true;
  const end = (): void => {
    const [start] = points;
    if (isClosed && start && points.length > 2) points.push(start);
    if (isStraight && points.length > 1) paths.push(points);
    points = [];
    isStraight = true;
  };
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? -1;
    const length = LENGTHS[step];
    if (length === undefined) break;
    if (step === MOVE) end();
    if (step === MOVE || step === LINE) points.push(place(ctm, data[at + 1] ?? 0, data[at + 2] ?? 0));
    else if (step === CLOSE) {
      if (points[0]) points.push(points[0]);
    } else isStraight = false;
    at += length + 1;
  }
  end();
  return paths;
}

function strokesOf(points: Point[], half: number): Rectangle[] {
  return points.slice(1).flatMap((to, index) => {
    const [from] = points.slice(index, index + 1);
    if (!from) return [];
    const box = boxOf([from, to]);
    const across = box.y1 - box.y0 < 0.5;
    const down = box.x1 - box.x0 < 0.5;
    if (across) return [{ ...box, y0: box.y0 - half, y1: box.y1 + half }];
    return down ? [{ ...box, x0: box.x0 - half, x1: box.x1 + half }] : [];
  });
}

function isRectangle(points: Point[]): boolean {
  if (points.length < 4 || points.length > 6) return false;
  return points.slice(1).every(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return Math.abs(x - fromX) < 0.5 || Math.abs(y - fromY) < 0.5;
  });
}

function boxOf(points: Point[]): Rectangle {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
