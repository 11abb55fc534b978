import type { Language } from '../../lib/locales.ts';
import type { Markup } from '../../lib/markup.ts';
import type { FeeView, TimeView } from '../../site/views/figures.ts';
import { pageTexts } from '../../texts/texts.ts';
import { renderEvidence } from '../evidence/render-evidence.ts';
import { receiptFigure } from './receipt-figure.ts';
import { renderFareEnd } from './render-receipt.ts';

/** One price or time at the end of its line in a list of them, on the page that lists its sources. */
export function fareEnd(figure: FeeView | TimeView, language: Language): Markup {
  const sources = renderEvidence([figure.evidence], { language, ofFigure: true });
  return renderFareEnd(
    receiptFigure(figure, { language, marks: figure.unsaid, sources }),
    pageTexts('shell', language).staleTranslation,
  );
}
