import type { Language } from '../../lib/locales.ts';
import type { Markup } from '../../lib/markup.ts';
import type { FigureMark } from '../../register/figure-marks.ts';
import type { Text } from '../../register/localise.ts';
import { marksText } from '../../site/marks-text.ts';
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
  { value, stated, per }: { value: Text; stated: boolean; per?: Text },
  { language, marks, unknown, sources }: FigureOptions,
): ReceiptFigure {
  const mark = marksText(marks, language);
  return {
    value: stated || unknown === undefined ? value : { text: unknown },
    stated,
    ...(per ? { per } : {}),
    ...(mark ? { mark } : {}),
    ...(sources ? { sources } : {}),
  };
}
