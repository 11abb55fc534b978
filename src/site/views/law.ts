import { duration } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import { pageTexts } from '../../texts/texts.ts';
import { glanceCards, type GlanceCard } from './glance.ts';
import { reportDue, type LawRead } from './report-due.ts';
import { evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';

/** An information law as the pages of agencies tell it. */
export interface LawView {
  name: Text;
  summary: Text;
  limits: TimeLimitRow[];
  /** A card a right. */
  glance: GlanceCard[];
}

export interface TimeLimitRow {
  key: 'answer' | 'urgent' | 'extension' | 'transfer' | 'access' | 'review' | 'annualReport';
  limit?: string;
  /** To whom the yearly report goes. */
  to?: Text;
  atMost?: string;
  /** Until when the body tells of it, as a sentence. */
  told?: string;
  toldSection?: string;
  /** The time is counted from the day on which the answer was due. */
  fromDueDay?: boolean;
  restartsClock?: boolean;
  section: string;
  clockStarts?: Text;
  note?: Text;
  grounds: Text[];
  wordingRead: boolean;
  evidence: EvidenceView;
}

/** Makes the information law of a country ready to show; undefined where none is described. */
export function lawView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  options: ViewOptions,
): LawView | undefined {
  const { informationLaw: law, currency } = register.in(options.language).jurisdiction(entry);
  return (
    law && {
      name: law.name,
      summary: law.summary,
      limits: limitRows(law, { ...options, sources: entry.data.sources }),
      glance: glanceCards(law, currency, options.language),
    }
  );
}

function limitRows(law: LawRead, context: ViewContext): TimeLimitRow[] {
  const keys: TimeLimitRow['key'][] = ['answer', 'urgent', 'extension', 'transfer', 'access', 'review', 'annualReport'];
  return keys.flatMap((key) => limitRow(law, key, context));
}

/** The time limit of a row; a review is the first door that the Act opens. */
function timeOf(law: LawRead, key: TimeLimitRow['key']): LawRead['answer'] | undefined {
  return key === 'review' ? law.remedies[0] : law[key];
}

function limitRow(law: LawRead, key: TimeLimitRow['key'], context: ViewContext): TimeLimitRow[] {
  const row = timeOf(law, key);
  if (!row) return [];
  const limit = limitInWords(law, key, context);
  const transfer = key === 'transfer' ? law.transfer : undefined;
  return [
    {
      key,
      limit,
      to: key === 'annualReport' ? law.annualReport.to : undefined,
      atMost: transfer?.atMost && duration(transfer.atMost, context.language),
      ...(key === 'extension' && law.extension && toldOfExtension(law.extension, context)),
      ...(transfer && toldOfTransfer(transfer, context)),
      restartsClock: transfer?.restartsClock,
      section: row.section,
      clockStarts: row.clockStarts,
      note: row.note,
      grounds: (key === 'extension' && law.extension?.grounds) || [],
      wordingRead: row.wordingRead,
      evidence: evidenceView(row.evidence, context, { figure: limit !== undefined }),
    },
  ];
}

type Told = Pick<TimeLimitRow, 'told' | 'toldSection' | 'fromDueDay'>;

function toldOfExtension(extension: NonNullable<LawRead['extension']>, { language }: ViewContext): Told {
  const { noticeWithin, noticeSection, countsFrom } = extension;
  return {
    told: noticeWithin && pageTexts('rights', language).noticeWithin({ limit: duration(noticeWithin, language) }),
    toldSection: noticeSection,
    fromDueDay: countsFrom === 'due-day',
  };
}

function toldOfTransfer(transfer: NonNullable<LawRead['transfer']>, { language }: ViewContext): Told {
  const r = pageTexts('rights', language);
  const { tellWithin, tellSection, tellFrom } = transfer;
  const says = tellFrom === 'second-receipt' ? r.tellWithinSecond : r.noticeWithin;
  return { told: tellWithin && says({ limit: duration(tellWithin, language) }), toldSection: tellSection };
}

/** The yearly report is due on a day of the calendar; what else the law sets is counted from an event. */
function limitInWords(law: LawRead, key: TimeLimitRow['key'], context: ViewContext): string | undefined {
  if (key === 'annualReport') return reportDue(law, context);
  const limit = timeOf(law, key)?.limit;
  return limit && duration(limit, context.language);
}
