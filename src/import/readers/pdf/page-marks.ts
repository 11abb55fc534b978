import { OPS } from 'unpdf/pdfjs';
import { IDENTITY, multiply, place, type Matrix } from './matrix.ts';
import { rectanglesOf } from './path-rectangles.ts';
import type { Rectangle } from './rectangle.ts';

/*
 * What a page shows, sign by sign and line by line: the text operators say exactly where each sign stands, which the
 * pieces of text that a reader makes of them do not.
 */

/** A sign as it is painted. Lengths are points, from the top left corner of the page as it is shown. */
export interface Sign {
  text: string;
  /** Where it begins and ends on its baseline. */
  from: [x: number, y: number];
  to: [x: number, y: number];
  size: number;
  bold: boolean;
  /** False for text that is painted without ink, as programs lay it over a scanned picture, or in a hidden layer. */
  seen: boolean;
}

export interface PageMarks {
  signs: Sign[];
  rectangles: Rectangle[];
}

/** The operators of a page as the reader gives them. */
export interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}

/** What is known of a font. */
export interface Font {
  name?: string;
  fontMatrix?: number[];
}

export interface PageContext {
  /** From the page's own space to that from its top left corner. */
  base: Matrix;
  font(name: string): Font;
  /** False for a group of a layer that is switched off. */
  isShown(group: unknown): boolean;
  /** More signs or lines than this end the reading. */
  signsMax: number;
}

interface State {
  ctm: Matrix;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  alpha: number;
  lineWidth: number;
}

interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
}

/** Thrown when a page has more signs than may be read. */
export class TooManySigns extends Error {}

/** Follows the operators of a page (ISO 32000-2, 8.4 and 9.4) and gives what they paint. */
export function readPageMarks({ fnArray, argsArray }: Operators, context: PageContext): PageMarks {
  const painter = new Painter(context);
  for (const [index, operator] of fnArray.entries())
    painter.apply(operator, (argsArray[index] ?? []) as readonly unknown[]);
  return painter.marks;
}

class Painter {
  readonly marks: PageMarks = { signs: [], rectangles: [] };
  private readonly context: PageContext;
  private state: State;
  private readonly saved: State[] = [];
  /** Whether each open piece of marked content is shown. */
  private readonly layers: boolean[] = [];
  private line: Matrix = IDENTITY;
  private at: [x: number, y: number] = [0, 0];
  private lineStart: [x: number, y: number] = [0, 0];

  constructor(context: PageContext) {
    this.context = context;
    this.state = {
      ctm: context.base,
      font: {},
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      alpha: 1,
      lineWidth: 1,
    };
  }

  apply(operator: number, args: readonly unknown[]): void {
    const numbers = args as readonly number[];
    const [first = 0, second = 0] = numbers;
    switch (operator) {
      case OPS.save:
        return this.save();
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        return this.restore();
      case OPS.transform:
        return this.transform(args as unknown as Matrix);
      case OPS.paintFormXObjectBegin:
        this.save();
        return args[0] ? this.transform(args[0] as Matrix) : undefined;
      case OPS.beginAnnotation:
        this.save();
        this.state.ctm = this.context.base;
        this.transform(args[2] as Matrix);
        return this.transform(args[3] as Matrix);
      case OPS.setLineWidth:
        this.state.lineWidth = first;
        return;
      case OPS.setGState:
        return this.setMany(args[0] as [string, unknown][]);
      case OPS.constructPath:
        return this.path(args);
      case OPS.beginMarkedContentProps:
        this.layers.push(args[0] !== 'OC' || this.context.isShown(args[1]));
        return;
      case OPS.beginMarkedContent:
        this.layers.push(true);
        return;
      case OPS.endMarkedContent:
        this.layers.pop();
        return;
      case OPS.beginText:
        return this.setTextMatrix(IDENTITY);
      case OPS.setTextMatrix:
        return this.setTextMatrix((Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as Matrix);
      case OPS.setFont:
        return this.setFont(String(args[0]), second);
      case OPS.setCharSpacing:
        this.state.charSpacing = first;
        return;
      case OPS.setWordSpacing:
        this.state.wordSpacing = first;
        return;
      case OPS.setHScale:
        this.state.scale = first / 100;
        return;
      case OPS.setLeading:
        this.state.leading = -first;
        return;
      case OPS.setTextRise:
        this.state.rise = first;
        return;
      case OPS.setTextRenderingMode:
        this.state.mode = first;
        return;
      case OPS.setLeadingMoveText:
        this.state.leading = second;
        return this.moveText(first, second);
      case OPS.moveText:
        return this.moveText(first, second);
      case OPS.nextLine:
        return this.moveText(0, this.state.leading);
      case OPS.showText:
        return this.show(args[0] as (Glyph | number | null)[]);
    }
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix);
  }

  private setMany(entries: [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === 'LW') this.state.lineWidth = Number(value);
      else if (key === 'ca') this.state.alpha = Number(value);
      else if (key === 'Font') this.setFont(String((value as unknown[])[0]), Number((value as unknown[])[1]));
    }
  }

  private setFont(name: string, size: number): void {
    this.state.font = this.context.font(name);
    this.state.size = size;
  }

  private setTextMatrix(matrix: Matrix): void {
    this.line = matrix;
    this.at = [0, 0];
    this.lineStart = [0, 0];
  }

  private moveText(x: number, y: number): void {
    this.lineStart = [this.lineStart[0] + x, this.lineStart[1] + y];
    this.at = [...this.lineStart];
  }

  private path(args: readonly unknown[]): void {
    if (!this.isShown()) return;
    const { ctm, lineWidth } = this.state;
    const [data] = (args[1] ?? []) as (ArrayLike<number> | null)[];
    if (!data) return;
    this.marks.rectangles.push(...rectanglesOf(Number(args[0]), data, ctm, lineWidth));
    this.refuseTooMany();
  }

  private show(glyphs: (Glyph | number | null)[]): void {
    const { ctm, font, size, charSpacing, wordSpacing, scale, rise, mode, alpha } = this.state;
    const matrix = multiply(ctm, this.line);
    const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
    const unit = font.fontMatrix?.[0] ?? 0.001;
    const seen = mode !== 3 && mode !== 7 && alpha > 0 && this.isShown();
    const bold = /bold|black|heavy|demi/i.test(font.name ?? '');
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        this.at[0] -= (glyph * size * scale) / 1000;
        continue;
      }
      const width = (glyph.width ?? 0) * size * unit;
      const from = place(matrix, this.at[0], this.at[1] + rise);
      const to = place(matrix, this.at[0] + width * scale, this.at[1] + rise);
      this.at[0] += (width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
      if (glyph.unicode && height > 0)
        this.marks.signs.push({ text: glyph.unicode, from, to, size: height, bold, seen });
    }
    this.refuseTooMany();
  }

  private isShown(): boolean {
    return !this.layers.includes(false);
  }

  private refuseTooMany(): void {
    const { signs, rectangles } = this.marks;
    if (signs.length + rectangles.length > this.context.signsMax) throw new TooManySigns();
  }
}
