import type { PublicRequest } from '../../cases/published/public-register.ts';
import { dayInWords, instantInWords } from '../../cases/letters/event-sentences.ts';
import type { Pace } from '../../cases/case/pace.ts';
import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import { duration } from '../../register/format.ts';
import type { Register } from '../../register/register.ts';
import { pageTexts } from '../../texts/texts.ts';
import { urls } from '../../site/urls.ts';
import { eventText } from '../case/event-text.ts';
import type { ReceiptView, Stamp, StampState } from '../receipt/receipt.ts';

/** A published request as the list shows it. */
export interface RequestRow {
  href: string;
  agency: string;
  /** The beginning of what was asked. */
  title: string;
  /** In which it was asked. */
  language: string;
  asked: string;
  stamp: Stamp;
}

/** A published request as its own page shows it. */
export interface RequestView extends RequestRow {
  receipt: ReceiptView;
  words: string;
  answer?: string;
  answerWaits: boolean;
  reviewed: string;
  timeline: { at: string; when: string; says: string }[];
}

/** As much of a request as stands for the whole of it. */
const TITLE_MAX = 110;

/** Makes the row of a request; undefined where the register has no page of the agency. */
export function requestRow(request: PublicRequest, register: Register, language: Language): RequestRow | undefined {
  const agency = register.agencies.get(request.agency);
  if (!agency) return undefined;
  const { askedAt, timeZone } = request.case;
  return {
    href: urls.requests(language, agency, request.page),
    agency: register.in(language).charter(agency).name.text,
    title: beginning(request.words),
    language: request.language,
    asked: dayInWords(dayIn(timeZone, askedAt), language),
    stamp: requestStamp(request, language),
  };
}

/** Makes the page of a request; undefined as of its row. */
export function requestView(request: PublicRequest, register: Register, language: Language): RequestView | undefined {
  const row = requestRow(request, register, language);
  if (!row) return undefined;
  const m = pageTexts('requests', language);
  const head = pageTexts('case-head', language);
  const { due, pace, timeZone, timeline, history } = request.case;
  const day = (iso: string): string => dayInWords(dayIn(timeZone, iso), language);
  const figure = (text: string) => ({ value: { text }, stated: true });
  return {
    ...row,
    receipt: {
      label: row.title,
      stamp: row.stamp,
      lines: [
        { key: 'office', label: head.about, notes: [{ text: row.agency }] },
        { key: 'since', label: m.asked, figure: figure(row.asked) },
        ...(due ? [{ key: 'due' as const, label: m.due, figure: figure(dayInWords(due, language)) }] : []),
        ...(pace?.kind === 'answered'
          ? [{ key: 'time' as const, label: head.answered, figure: figure(day(pace.at)) }]
          : []),
      ],
    },
    words: request.words,
    ...(request.answer ? { answer: request.answer } : {}),
    answerWaits: request.answerWaits,
    reviewed: m.reviewed({ day: day(request.publishedAt) }),
    timeline: timeline.map((recorded) => ({
      at: recorded.at,
      when: instantInWords(recorded.at, language, timeZone),
      says: eventText(recorded, history, language),
    })),
  };
}

/** The beginning of a text in whole words, on one line. */
export function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= TITLE_MAX) return line;
  const cut = line.slice(0, TITLE_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_MAX / 2)).trimEnd()}…`;
}

const stampStates: Partial<Record<PublicRequest['case']['state'], StampState>> = {
  waiting: 'waiting',
  overdue: 'overdue',
  withdrawn: 'none',
};

function requestStamp({ case: { state, pace, due, cited } }: PublicRequest, language: Language): Stamp {
  const m = pageTexts('requests', language);
  const detail =
    daysText(pace, language) ?? (state === 'waiting' && due ? m.lawDue({ day: dayInWords(due, language) }) : undefined);
  const says = cited ? `${m.states[state]} ${m.section({ sections: cited.join(', ') })}` : m.states[state];
  return { state: stampStates[state] ?? 'answered', says, ...(detail ? { detail } : {}) };
}

/** "12 days (21 days allowed)" of an answer, "3 days" of a delay. */
function daysText(pace: Pace | undefined, language: Language): string | undefined {
  const m = pageTexts('requests', language);
  if (pace?.kind === 'answered')
    return m.tookOf({
      taken: duration({ max: pace.taken, unit: pace.unit }, language),
      limit: duration(pace.limit, language),
    });
  return pace?.kind === 'over' ? m.since({ length: duration({ max: pace.by, unit: 'days' }, language) }) : undefined;
}
