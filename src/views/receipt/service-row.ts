import type { Language } from '../../lib/locales.ts';
import type { FigureNotes, MarkedFigure } from '../../site/views/evidence.ts';
import type { ServiceView } from '../../site/views/service.ts';
import { pageTexts } from '../../texts/texts.ts';
import { renderEvidence } from '../evidence/render-evidence.ts';
import { receiptFigure } from './receipt-figure.ts';
import type { ReceiptFigure, ReceiptRow } from './receipt.ts';

/** A service as its row is made of. The sources of its figures are known where fees and times are. */
export interface RowService
  extends Pick<ServiceView, 'name' | 'href'>, Partial<Pick<ServiceView, 'fees' | 'times' | 'status'>> {
  promise: Pick<ServiceView['promise'], 'cost' | 'time'>;
}

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
export function serviceRow(service: RowService, { language, base, newTab = false }: RowOptions): ReceiptRow {
  const m = pageTexts('receipt', language);
  const { name, href, promise, fees = [], times = [], status = 'active' } = service;
  const shown = (figure: MarkedFigure, unknown: string, of: FigureNotes[]): ReceiptFigure =>
    receiptFigure(figure, {
      language,
      marks: figure.stated ? (figure.unsaid ?? figure.marks) : [],
      unknown,
      sources: figure.stated
        ? renderEvidence(
            of.slice(0, 1).map(({ evidence }) => evidence),
            { language, base, ofFigure: true },
          )
        : undefined,
    });
  return {
    name,
    href,
    receipt: {
      label: m.promise,
      lines: [
        {
          key: 'cost',
          label: m.costs,
          figure: shown(
            promise.cost,
            m.costUnknown,
            fees.filter(({ stated }) => stated),
          ),
        },
        { key: 'time', label: m.takes, figure: shown(promise.time, m.timeUnknown, times) },
      ],
      staleNote: pageTexts('shell', language).staleTranslation,
    },
    newTab,
    ...(status === 'active' ? {} : { status: pageTexts('charter', language)[status] }),
  };
}
