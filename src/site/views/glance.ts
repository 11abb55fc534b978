import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { RightsView } from './rights.ts';

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
export function glanceCards(law: RightsView, language: Language): GlanceCard[] {
  return [...times(law, language), ...costs(law, language), ...doors(law, language), ...duties(law, language)];
}

function times({ limits }: RightsView, language: Language): GlanceCard[] {
  const r = pageTexts('rights', language);
  return limits.flatMap(({ key, limit, section }) => {
    if (!limit || (key !== 'answer' && key !== 'urgent' && key !== 'extension')) return [];
    const figure = key === 'extension' ? r.moreTime({ limit }) : limit;
    return [{ part: 'time-limits', title: r[key], figure, section }];
  });
}

function costs({ copyRates: [rate], oral, freeOfCharge }: RightsView, language: Language): GlanceCard[] {
  const r = pageTexts('rights', language);
  const [free] = freeOfCharge?.items ?? [];
  return [
    ...(rate ? [{ part: 'cost', title: r.copyRates, figure: r.fromAmount({ amount: rate.amount }) }] : []),
    ...(free ? [{ part: 'cost', title: r.freeOfCharge, says: free }] : []),
    ...(oral ? [{ part: 'how', title: r.oral, section: oral.section }] : []),
  ];
}

function doors(law: RightsView, language: Language): GlanceCard[] {
  const r = pageTexts('rights', language);
  return law.doors.map(({ kind, forum, limit, section }) => ({
    part: 'doors',
    title: r.doorKinds[kind],
    ...(limit ? { figure: r.windowOf({ limit }) } : {}),
    says: forum,
    section,
  }));
}

function duties(
  { exemptions, proactive, offences, report, otherSections }: RightsView,
  language: Language,
): GlanceCard[] {
  const r = pageTexts('rights', language);
  const counted = (part: string, title: string, n: number, says: (values: { n: number }) => string) =>
    n > 0 ? [{ part, title, figure: says({ n }) }] : [];
  const guarded = otherSections.find(({ about }) => about === 'whistle-blowers');
  return [
    ...counted('exemptions', r.exemptions, exemptions.length, r.kindsOf),
    ...counted('proactive', r.proactive, proactive.length, r.kindsOf),
    ...counted('whistle-blowers', r.about['whistle-blowers'], guarded?.sections.length ?? 0, r.sectionsOf),
    ...counted('offences', r.offences, offences.length, r.sectionsOf),
    { part: 'report', title: r.report, figure: report.due, says: report.to, section: report.section },
  ];
}
