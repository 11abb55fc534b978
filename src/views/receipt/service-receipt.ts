import type { Language } from '../../lib/locales.ts';
import type { Markup } from '../../lib/markup.ts';
import type { Text } from '../../register/localise.ts';
import type { BodyAbove } from '../../site/views/body-above.ts';
import type { ContactView } from '../../site/views/contact.ts';
import type { EvidenceView, MarkedFigure } from '../../site/views/evidence.ts';
import type { ServiceView } from '../../site/views/service.ts';
import { pageTexts } from '../../texts/texts.ts';
import { receiptFigure } from './receipt-figure.ts';
import type { ReceiptFigure, ReceiptLine, ReceiptNote, ReceiptView } from './receipt.ts';
import { beyondStamp, stampOf, type Stampable } from './stamp.ts';

/** The promise of a service as its receipt is made of. Days of its figures are known where fees and times are. */
export type Promised = Pick<ServiceView, 'promise'> & Partial<Pick<ServiceView, 'fees' | 'times'>>;

export interface ReceiptOptions {
  language: Language;
  /** The unit or post that answers for it. */
  responsible?: Text | undefined;
  /** The desk that takes complaints. */
  desk?: ContactView | undefined;
  /** The body above an office of which no desk is published. */
  above?: BodyAbove | undefined;
  /** Link to the whole list of what to bring. */
  bringHref?: string;
  /** The numbers of the sources of a figure, where the page lists them. */
  sources?: { cost?: Markup | undefined; time?: Markup | undefined };
}

/** The receipt of a service: what it costs, how long it takes, what to bring, who answers, and the stamp. */
export function serviceReceipt(service: Promised, options: ReceiptOptions): ReceiptView {
  const { language, responsible, desk, above, bringHref = '#bring', sources = {} } = options;
  const { cost, time, bring, bringMore } = service.promise;
  const m = pageTexts('receipt', language);
  const figures = [withDay(cost, language, service.fees), withDay(time, language, service.times)];
  const stamp = stampOf(figures, language);
  const shown = (figure: MarkedFigure, unknown: string, numbers: Markup | undefined): ReceiptFigure =>
    receiptFigure(figure, { language, marks: beyondStamp(figure, figures, stamp), unknown, sources: numbers });
  const answers = answersLine({ responsible, desk, above }, language);
  return {
    label: m.promise,
    stamp,
    lines: [
      { key: 'cost', label: m.costs, figure: shown(cost, m.costUnknown, sources.cost) },
      { key: 'time', label: m.takes, figure: shown(time, m.timeUnknown, sources.time) },
      {
        key: 'bring',
        label: m.bring,
        ...(bring.length > 0 ? { items: bring } : bringMore === 0 ? { unknown: m.bringUnknown } : {}),
        ...(bringMore > 0
          ? { more: { label: pageTexts('charter', language).moreItems({ n: bringMore }), href: bringHref } }
          : {}),
      },
      ...(answers ? [answers] : []),
    ],
    staleNote: pageTexts('shell', language).staleTranslation,
  };
}

function withDay(
  figure: MarkedFigure,
  language: Language,
  figures: (Stampable & { evidence: Pick<EvidenceView, 'asOf' | 'confirmed'> })[] = [],
): Stampable {
  const m = pageTexts('receipt', language);
  const stated = figures.filter((candidate) => candidate.stated);
  const days = new Set(
    stated.map(({ evidence: { asOf, confirmed } }) => {
      const said = [asOf, confirmed && m.confirmed({ when: confirmed })].filter((day) => day !== undefined);
      return said.length > 0 ? said.join('; ') : undefined;
    }),
  );
  return { stated: figure.stated, marks: figure.marks, asOf: days.size === 1 ? [...days][0] : undefined };
}

function answersLine(
  { responsible, desk, above }: Pick<ReceiptOptions, 'responsible' | 'desk' | 'above'>,
  language: Language,
): ReceiptLine | undefined {
  const m = pageTexts('receipt', language);
  const names = [responsible, desk?.title].filter((name) => name !== undefined);
  // Who stands above does not answer for the office, and is not said to.
  const instead: ReceiptNote[] = above && !desk ? [{ ...above.name, about: m.above, href: above.href }] : [];
  const reached = desk ?? above?.desk;
  const phone = reached?.phones.find((candidate) => candidate.href);
  const [email] = reached?.emails ?? [];
  if (names.length + instead.length === 0) return undefined;
  return {
    key: 'answers',
    label: m.answers,
    notes: [...names, ...(names.length === 0 ? [{ text: m.noDesk }] : []), ...instead],
    ...(phone?.href
      ? { reach: { label: phone.number, href: phone.href, phone: true } }
      : email
        ? { reach: { label: email, href: `mailto:${email}` } }
        : {}),
  };
}
