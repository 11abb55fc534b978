import type { Language } from '../../lib/locales.ts';
import { duration, money } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import { pageTexts } from '../../texts/texts.ts';
import { reportDue, type LawRead } from './report-due.ts';

/** One right, or one duty of the body, in a line or two, and where the whole of it stands. */
export interface GlanceCard {
  /** Of the part on the page of the country's law that tells all of it. */
  part: string;
  title: string;
  /** How long, how much, by when. */
  figure?: string;
  says?: Text;
  section?: string;
}

/**
 * What an information law gives, a card a right: how long, how urgent, what it costs, where to go next, and what every
 * body owes without being asked.
 */
export function glanceCards(law: LawRead, currency: string, language: Language): GlanceCard[] {
  return [
    ...times(law, language),
    ...costs(law, currency, language),
    ...doors(law, language),
    ...duties(law, language),
  ];
}

function times({ answer, urgent, extension }: LawRead, language: Language): GlanceCard[] {
  const r = pageTexts('rights', language);
  return Object.entries({ answer, urgent, extension }).flatMap(([key, time]) => {
    if (!time?.limit) return [];
    const limit = duration(time.limit, language);
    const figure = key === 'extension' ? r.moreTime({ limit }) : limit;
    return [{ part: 'time-limits', title: r[key as 'answer'], figure, section: time.section }];
  });
}

function costs(
  { fee, copyRates: [rate], oral, freeOfCharge }: LawRead,
  currency: string,
  language: Language,
): GlanceCard[] {
  const r = pageTexts('rights', language);
  const [free] = freeOfCharge?.items ?? [];
  const amount = rate && money(rate.amount, currency);
  return [
    { part: 'asking-costs', title: r.fee, says: firstSentence(fee.text) },
    ...(amount ? [{ part: 'cost', title: r.copyRates, figure: r.fromAmount({ amount }) }] : []),
    ...(free ? [{ part: 'cost', title: r.freeOfCharge, says: free }] : []),
    ...(oral ? [{ part: 'how', title: r.oral, section: oral.section }] : []),
  ];
}

/** The rest stands where the card leads. */
function firstSentence(of: Text): Text {
  return { ...of, text: /^.*?\.(?=\s|$)/s.exec(of.text)?.[0] ?? of.text };
}

function doors(law: LawRead, language: Language): GlanceCard[] {
  const r = pageTexts('rights', language);
  return law.remedies.map(({ kind, forum, limit, section }) => ({
    part: 'doors',
    title: r.doorKinds[kind],
    ...(limit ? { figure: r.windowOf({ limit: duration(limit, language) }) } : {}),
    says: forum,
    section,
  }));
}

function duties(law: LawRead, language: Language): GlanceCard[] {
  const r = pageTexts('rights', language);
  const { exemptions, proactive, offences, annualReport, otherSections } = law;
  const counted = (part: string, title: string, n: number, says: (values: { n: number }) => string) =>
    n > 0 ? [{ part, title, figure: says({ n }) }] : [];
  const guarding = otherSections.filter(({ about }) => about === 'whistle-blowers');
  return [
    ...counted('exemptions', r.exemptions, exemptions.length, r.kindsOf),
    ...counted('proactive', r.proactive, proactive.length, r.kindsOf),
    ...counted('whistle-blowers', r.about['whistle-blowers'], guarding.length, r.sectionsOf),
    ...counted('offences', r.offences, offences.length, r.sectionsOf),
    {
      part: 'report',
      title: r.report,
      figure: reportDue(law, { language }),
      says: annualReport.to,
      section: annualReport.section,
    },
  ];
}
