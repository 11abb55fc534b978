import type { Language } from '../../lib/locales.ts';
import type { Markup } from '../../lib/markup.ts';
import type { FeeView, TimeView } from '../../site/views/figures.ts';
import { pageTexts } from '../../texts/texts.ts';
import { receiptFigure } from '../receipt/receipt-figure.ts';
import { renderFareEnd } from '../receipt/render-receipt.ts';

/** One price or time at the end of its line, as citizens read it. Its sources are listed on the page of the public. */
export function deskFigure(figure: FeeView | TimeView, language: Language): Markup {
  return renderFareEnd(
    receiptFigure(figure, { language, marks: figure.marks }),
    pageTexts('shell', language).staleTranslation,
  );
}
