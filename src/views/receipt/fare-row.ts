import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import { marksText } from '../../site/marks-text.ts';
import type { MarkedFigure } from '../../site/views/evidence.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { ReceiptFigure, ReceiptRow } from './receipt.ts';

/** What a row of a list tells of a service. */
export interface FareService {
  name: Text;
  href: string;
  cost: MarkedFigure;
  time: MarkedFigure;
}

/** A service as a row of a list: a row has no stamp, so each figure bears its own marks. */
export function fareRow({ name, href, cost, time }: FareService, language: Language): ReceiptRow {
  const m = pageTexts('receipt', language);
  const shown = (figure: MarkedFigure, unknown: string): ReceiptFigure => {
    const mark = marksText(figure.marks, language);
    return {
      value: figure.stated ? figure.value : { text: unknown },
      stated: figure.stated,
      ...(mark ? { mark } : {}),
    };
  };
  return {
    name,
    href,
    receipt: {
      label: m.promise,
      lines: [
        { key: 'cost', label: m.costs, figure: shown(cost, m.costUnknown) },
        { key: 'time', label: m.takes, figure: shown(time, m.timeUnknown) },
      ],
      staleNote: pageTexts('shell', language).staleTranslation,
    },
  };
}
