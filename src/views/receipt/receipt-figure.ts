import type { Language } from '../../lib/locales.ts';
import type { Markup } from '../../lib/markup.ts';
import type { FigureMark } from '../../register/figure-marks.ts';
import type { Text } from '../../register/localise.ts';
import { marksText } from '../../register/marks-text.ts';
import type { ReceiptFigure } from './receipt.ts';

export interface FigureOptions {
  language: Language;
  /** Those of its marks that nothing around it says already. */
  marks: FigureMark[];
  /** What stands where no source tells; without it, what the figure says then itself. */
  unknown?: string;
  /** The numbers of its sources. */
  sources?: Markup | undefined;
}

/** A figure as a receipt shows it, with its marks in words. */
export function receiptFigure(
  { value, stated, former = false, per }: { value: Text; stated: boolean; former?: boolean | undefined; per?: Text },
  { language, marks, unknown, sources }: FigureOptions,
): ReceiptFigure {
  // Whatever a stamp says of all: a price that is no more says so itself.
  const mark = marksText(former && !marks.includes('superseded') ? ['superseded', ...marks] : marks, language);
  return {
    value: stated || unknown === undefined ? value : { text: unknown },
    stated,
    ...(former ? { former } : {}),
    ...(per ? { per } : {}),
    ...(mark ? { mark } : {}),
    ...(sources ? { sources } : {}),
  };
}
