import type { Remark } from '../../blocks.ts';
import type { ReadPage } from './read-page.ts';
import type { TextLine } from './text-lines.ts';

const QUOTED_MAX = 20;

/** Says what of the pages is not part of the text: quoted where it has words, counted where it has none. */
export function sayBeside(
  pages: ReadPage[],
  running: ReadonlySet<TextLine>,
  hasPictures: boolean,
): { leftOut: string[]; remarks: Remark[] } {
  const margins = [
    ...new Set(
      pages.flatMap(({ lines }) => lines.filter((line) => running.has(line)).map(({ text }) => withoutNumber(text))),
    ),
  ].filter((text) => text !== '');
  const hidden = pages.map((page) => page.hidden.trim()).filter((text) => text !== '');
  const told = (what: (page: ReadPage) => boolean, text: string): Remark[] =>
    pages.flatMap((page, index) => (what(page) ? [{ place: `page ${index + 1}`, text }] : []));
  return {
    leftOut: [
      ...say('headers or footers were', margins),
      ...say(
        'passages struck through were',
        pages.flatMap(({ struck }) => struck),
      ),
      ...say('passages that are not seen were', hidden),
      ...say(
        'comments were',
        pages.flatMap(({ comments }) => comments),
      ),
      ...(hasPictures ? ['Pictures were left out.'] : []),
    ],
    remarks: [
      ...told(
        ({ isOcr }) => isOcr,
        'The text of this page is not seen: a program has recognised it in a picture. Compare every figure with the paper.',
      ),
      ...told(
        ({ signs }) => signs === 0 && hasPictures,
        'The page holds no text. If it is a picture of text, type it.',
      ),
      ...told(
        ({ unreadable, signs }) => unreadable > 0 && signs > 0,
        'Some signs of this page are of an unknown letter; they are shown as they are.',
      ),
      ...told(
        ({ aside }) => aside.some(({ text }) => text.trim() !== ''),
        'Some text stands sideways; it is among what was not placed.',
      ),
    ],
  };
}

/** Numbers of pages differ, the rest of a header does not. */
function withoutNumber(text: string): string {
  return /^\W*(?:(?:page|ukurasa)\s*)?\d*\W*$/i.test(text)
    ? ''
    : text.replace(/\s*(?:(?:page|ukurasa)\s*)?\d+(?:\s*(?:of|\/|kati ya)\s*\d+)?\s*$/i, '');
}

function say(what: string, list: string[]): string[] {
  if (list.length === 0) return [];
  const quotes = list.slice(0, QUOTED_MAX).map((text) => `"${text.length > 100 ? `${text.slice(0, 97)}…` : text}"`);
  return [
    `${list.length} ${what} left out: ${quotes.join(', ')}${list.length > QUOTED_MAX ? ` and ${list.length - QUOTED_MAX} more` : ''}.`,
  ];
}
