import type { Language } from '../../lib/locales.ts';
import type { Markup } from '../../lib/markup.ts';
import { marksText } from '../../site/marks-text.ts';
import type { FigureNotes, MarkedFigure } from '../../site/views/evidence.ts';
import type { ServiceView } from '../../site/views/service.ts';
import { pageTexts } from '../../texts/texts.ts';
import { renderEvidence } from '../evidence/render-evidence.ts';
import type { ReceiptFigure, ReceiptRow } from './receipt.ts';
import { serviceReceipt } from './service-receipt.ts';

export interface RowOptions {
  language: Language;
  /** Address of the page that lists the sources; empty where they stand on the same page. */
  base?: string | undefined;
  /** In a frame on another site: links open a new tab. */
  newTab?: boolean;
}

/**
 * A service as a row of a list. A row has no stamp: whatever is not certain is said at its figure, unless a banner says it
 * of the whole page.
 */
export function serviceRow(service: ServiceView, { language, base, newTab = false }: RowOptions): ReceiptRow {
  const m = pageTexts('charter', language);
  const { cost, time } = service.strip;
  const cited = (figures: FigureNotes[]) =>
    renderEvidence(
      figures.slice(0, 1).map(({ evidence }) => evidence),
      { language, base, ofFigure: true },
    );
  const row = {
    cost: { of: cost, sources: cited(service.fees.filter(({ stated }) => stated)) },
    time: { of: time, sources: cited(service.times) },
  };
  const receipt = serviceReceipt(service, { language });
  return {
    name: service.name,
    href: service.href,
    receipt: {
      ...receipt,
      lines: receipt.lines.flatMap((line) =>
        line.figure && (line.key === 'cost' || line.key === 'time')
          ? [{ ...line, figure: rowFigure(line.figure, row[line.key], language) }]
          : [],
      ),
    },
    newTab,
    ...(service.status === 'active' ? {} : { status: m[service.status] }),
  };
}

function rowFigure(
  { value, stated, per }: ReceiptFigure,
  { of, sources }: { of: MarkedFigure; sources: Markup | undefined },
  language: Language,
): ReceiptFigure {
  const mark = marksText(of.unsaid ?? of.marks, language);
  return {
    value,
    stated,
    ...(per ? { per } : {}),
    ...(mark ? { mark } : {}),
    ...(stated && sources ? { sources } : {}),
  };
}
