import type { Language } from '../../lib/locales.ts';
import type { MarkedFigure } from '../../site/views/evidence.ts';
import type { PosterRow } from '../../site/views/poster.ts';
import { pageTexts } from '../../texts/texts.ts';
import { receiptFigure } from './receipt-figure.ts';
import type { ReceiptFigure, Stamp } from './receipt.ts';
import { beyondStamp, stampOf } from './stamp.ts';

export interface PosterReceipt {
  /** One stamp for the whole sheet. */
  stamp: Stamp;
  rows: { row: PosterRow; cost: ReceiptFigure; time: ReceiptFigure }[];
}

/**
 * The promises of a poster as one receipt: what holds for all figures is stamped once, the rest stands at its figure. A
 * sheet with some doubtful figures is not doubtful as a whole: its stamp asks to ask.
 */
export function posterReceipt(rows: PosterRow[], language: Language): PosterReceipt {
  const m = pageTexts('receipt', language);
  const figures = rows.flatMap(({ cost, time }) => [cost, time]);
  const weightiest = stampOf(figures, language);
  const stated = figures.filter((figure) => figure.stated);
  const shared = stated.every(({ marks }) => marks.length === 0 || marks.some((mark) => mark === weightiest.state));
  const alike = new Set(stated.map(({ marks }) => marks.length > 0)).size <= 1 && shared;
  const stamp: Stamp = alike ? weightiest : { state: 'old', says: m.stamp.ask };
  const shown = (figure: MarkedFigure, unknown: string): ReceiptFigure =>
    receiptFigure(figure, { language, marks: beyondStamp(figure, figures, weightiest), unknown });
  return {
    stamp,
    rows: rows.map((row) => ({ row, cost: shown(row.cost, m.costUnknown), time: shown(row.time, m.timeUnknown) })),
  };
}
