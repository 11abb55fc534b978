/** A filled or stroked rectangle, x0 < x1 and y0 < y1: a line, or a ground. */
export interface Rectangle {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
