import type { Limits } from '../../limits.ts';
import { headedTables } from './headed-tables.ts';
import type { Matrix } from './matrix.ts';
import type { Pdf } from './open-pdf.ts';
import { readPageMarks, type Font, type Sign } from './page-marks.ts';
import type { DoubtfulTable, PageTable } from './page-table.ts';
import { ruledTables } from './ruled-tables.ts';
import { takeStruck, type Rules } from './rules.ts';
import { withoutRepeated } from './same-sign.ts';
import { linesIn, type TextLine } from './text-lines.ts';
import { turnUpright, type UprightPage } from './upright.ts';

/** A page as read: the tables that are certain, what may be a table, and the lines in neither. */
export interface ReadPage {
  tables: PageTable[];
  doubtful: DoubtfulTable[];
  lines: TextLine[];
  across: Rules['across'];
  width: number;
  height: number;
  aside: UprightPage['aside'];
  /** Passages that are struck through. */
  struck: string[];
  /** Text that is there but not seen. */
  hidden: string;
  /** True when all text of the page is unseen, as programs put it over the picture of a page. */
  isOcr: boolean;
  /** Signs of which the font does not say what letters they are. */
  unreadable: number;
  signs: number;
  /** Remarks that somebody has attached to the page. */
  comments: string[];
}

/** Letters of a font's own that mean nothing elsewhere, and the sign for an unknown one. */
const UNREADABLE = /^[\uE000-\uF01F\uF100-\uF8FF\uFFFD]/;

/** Reads one page, numbered from 1, of a PDF. */
export async function readPage(pdf: Pdf, number: number, limits: Limits): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const layers = await pdf.getOptionalContentConfig();
  const operators = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const fonts = new Map<string, Font>();
  const marks = readPageMarks(operators, {
    base: viewport.transform as unknown as Matrix,
    font: (name) => {
      const font = fonts.get(name) ?? (page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : {});
      fonts.set(name, font);
      return font;
    },
    isShown: (group) => layers.isVisible(group) !== false,
    signsMax: limits.characters,
  });
  const annotations = (await page.getAnnotations()) as { subtype?: string; contentsObj?: { str?: string } }[];
  page.cleanup();
  const size = { width: viewport.width, height: viewport.height };
  const inked = marks.signs.filter(({ text }) => text.trim() !== '');
  const seen = inked.filter((sign) => sign.seen && isOnPage(sign, size));
  const isOcr = seen.length === 0 && inked.length > 0;
  const upright = turnUpright(
    marks,
    marks.signs.filter((sign) => isOcr || (sign.seen && isOnPage(sign, size))),
    size,
  );
  const { struck, glyphs, rules } = takeStruck({ ...upright, glyphs: withoutRepeated(upright.glyphs) });
  const ruled = ruledTables(glyphs, rules, upright.aside);
  return {
    tables: ruled.tables,
    doubtful: ruled.doubtful,
    lines: linesIn(ruled.rest),
    across: ruled.rules.across,
    width: upright.width,
    height: upright.height,
    aside: upright.aside,
    struck: linesIn(struck).map(({ text }) => text),
    hidden: isOcr ? '' : hiddenText(inked.filter((sign) => !seen.includes(sign))),
    isOcr,
    unreadable: inked.filter(({ text }) => UNREADABLE.test(text)).length,
    signs: inked.length,
    comments: annotations
      .filter(({ subtype }) => subtype === 'Text' || subtype === 'Highlight' || subtype === 'Popup')
      .map(({ contentsObj }) => contentsObj?.str?.trim() ?? '')
      .filter((text) => text !== ''),
  };
}

/** Reads the tables that no lines part, once the headers and footers of the document are known. */
export function withHeadedTables(page: ReadPage, running: ReadonlySet<TextLine>): ReadPage {
  const { tables, doubtful, rest } = headedTables(
    page.lines.filter((line) => !running.has(line)),
    page.across,
  );
  return { ...page, tables: [...page.tables, ...tables], doubtful: [...page.doubtful, ...doubtful], lines: rest };
}

function isOnPage({ from: [x, y] }: Sign, { width, height }: { width: number; height: number }): boolean {
  return x > -1 && y > -1 && x < width + 1 && y < height + 1;
}

function hiddenText(signs: Sign[]): string {
  let text = '';
  let last: Sign | undefined;
  for (const sign of signs) {
    if (last && Math.hypot(sign.from[0] - last.to[0], sign.from[1] - last.to[1]) > sign.size * 0.15) text += ' ';
    text += sign.text;
    last = sign;
  }
  return text;
}
