import type { Language } from '../../lib/locales.ts';
import type { FigureMark } from '../../register/figure-marks.ts';
import type { CardService } from '../../search/index-format.ts';
import { pageTexts } from '../../texts/texts.ts';
import { receiptFigure } from '../receipt/receipt-figure.ts';
import type { ReceiptFigure, ReceiptView } from '../receipt/receipt.ts';
import { beyondStamp, stampOf, type Stampable } from '../receipt/stamp.ts';
import { costText, timeText } from './card-figures.ts';

/** The promise of a service as far as the index of the search knows it: what it costs, how long it takes, the stamp. */
export function cardReceipt({ name, fee, time }: CardService, language: Language): ReceiptView {
  const m = pageTexts('receipt', language);
  const s = pageTexts('search', language);
  const cost = { ...stampable(fee), former: fee.min === fee.max && isReplaced(fee) };
  const takes = { ...stampable(time), former: isReplaced(time) };
  const figures = [cost, takes];
  const stamp = stampOf(figures, language);
  const shown = (figure: typeof takes, text: string, unknown: string): ReceiptFigure =>
    receiptFigure(
      { value: { text }, stated: figure.stated, former: figure.former },
      { language, marks: beyondStamp(figure, figures, stamp), unknown },
    );
  return {
    label: name,
    stamp,
    lines: [
      { key: 'cost', label: m.costs, figure: shown(cost, costText(fee, s), m.costUnknown) },
      { key: 'time', label: m.takes, figure: shown(takes, timeText(time, s, language), m.timeUnknown) },
    ],
  };
}

function isReplaced({ marks = [] }: { marks?: FigureMark[] }): boolean {
  return marks.includes('superseded');
}

function stampable({ kind, marks = [] }: { kind: string; marks?: FigureMark[] }): Stampable {
  return { stated: kind !== 'not-stated', marks };
}
