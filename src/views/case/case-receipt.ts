import type { CaseView, TimelineEntry } from '../../cases/case/view.ts';
import { isSealed } from '../../cases/case/seal.ts';
import { dayInWords, eventSentence, holderName } from '../../cases/letters/event-sentences.ts';
import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../lib/working-days.ts';
import { duration } from '../../register/format.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';

/** What a stamp says of a case in a word, and how much of what was promised. */
export interface CaseStamp {
  state: 'answered' | 'waiting' | 'overdue' | 'closed';
  label: string;
  detail?: string;
}

/** The head of a case: who was written to and when, how it stands, and what was said last. */
export interface CaseHead {
  /** The office that the case is about, with the service. */
  about: string;
  /** Day of receipt in words. */
  received: string;
  stamp: CaseStamp;
  /** Where it is now, in a sentence. */
  now: string;
  /** The latest that the office wrote. */
  said?: { words: string; by: string; on: string };
}

/** Who reads it: to the citizen it says "you". Nothing in it tells who wrote. */
export type HeadReader = 'citizen' | 'officer';

/** Makes the head of a case, for the citizen and for the officer. */
export function caseHead(view: CaseView, reader: HeadReader, language: Language): CaseHead {
  const said = latestWords(view, language);
  return {
    about: view.service ? `${view.agency.name}: ${view.service.name}` : view.agency.name,
    received: dayInWords(dayIn(view.timeZone, view.receivedAt), language),
    stamp: caseStamp(view, reader, language),
    now: nowSentence(view, { reader, heard: said !== undefined }, language),
    ...(said ? { said } : {}),
  };
}

/** The stamp of a case: "Answered in 3 of 5 working days", "Overdue by 2 days", "With the office, 4 days left". */
export function caseStamp(view: CaseView, reader: HeadReader, language: Language): CaseStamp {
  const m = pageTexts('case-head', language);
  const { pace, resolution, status } = view;
  if (resolution !== 'open' && (view.rating !== undefined || pace?.kind !== 'answered'))
    return { state: 'closed', label: m.closed, detail: resolutionText(view, reader, language) };
  if (pace?.kind === 'answered') return { state: 'answered', label: m.answered, detail: answeredIn(pace, m, language) };
  if (pace?.kind === 'over')
    return { state: 'overdue', label: m.overdue, detail: m.by({ length: inDays(pace.by, language) }) };
  if (status === 'with-citizen') return { state: 'waiting', label: m.withYou, detail: m.questionOpen };
  if (pace?.kind === 'running') return { state: 'waiting', label: m.withOffice, detail: timeLeft(pace, m, language) };
  return status === 'with-body'
    ? { state: 'waiting', label: m.withOffice }
    : { state: 'waiting', label: m.received, detail: m.notYetThere };
}

type HeadTexts = Texts['case-head'];
type Pace<K extends NonNullable<CaseView['pace']>['kind']> = Extract<NonNullable<CaseView['pace']>, { kind: K }>;

function answeredIn({ taken, unit, limit }: Pace<'answered'>, m: HeadTexts, language: Language): string {
  if (taken === 0) return m.sameDay;
  const count = limit.unit === unit ? m.of({ taken, limit: limit.max ?? 0 }) : undefined;
  // "in 3 of 5 working days", but "in 12 days of 1 month": the units differ.
  return count
    ? m.in({ length: pageTexts('durations', language)[unit]({ n: limit.max ?? 0, number: count }) })
    : m.inOf({ length: duration({ max: taken, unit }, language), limit: duration(limit, language) });
}

function timeLeft({ left, unit }: Pace<'running'>, m: HeadTexts, language: Language): string {
  return left === 0 ? m.lastDay : m.left({ length: duration({ max: left, unit }, language) });
}

function inDays(count: number, language: Language): string {
  return duration({ max: count, unit: 'days' }, language);
}

function resolutionText({ resolution }: CaseView, reader: HeadReader, language: Language): string {
  const own = reader === 'officer' ? pageTexts('case-life', language).desk.resolutions : {};
  return { ...pageTexts('outcomes', language), ...pageTexts('cases', language).resolutions, ...own }[resolution];
}

const ofOfficers = new Set(['answered', 'resolved', 'asked', 'extended', 'transferred']);

function latestWords({ timeline, timeZone }: CaseView, language: Language): CaseHead['said'] {
  const entry = timeline.findLast(({ event, words }) => ofOfficers.has(event.kind) && words && !isSealed(words));
  if (!entry?.words || !('turn' in entry.event)) return undefined;
  return {
    words: entry.words,
    by: holderName(timeline, entry.event.turn ?? 1, language),
    on: dayInWords(dayIn(timeZone, entry.at), language),
  };
}

function nowSentence(
  view: CaseView,
  { reader, heard }: { reader: HeadReader; heard: boolean },
  language: Language,
): string {
  const m = pageTexts('case-head', language);
  const isOpen = view.resolution === 'open';
  const statuses = {
    ...pageTexts('cases', language).statuses,
    ...(reader === 'officer' ? pageTexts('case-life', language).desk.statuses : {}),
  };
  const parts = [
    heard || !isOpen ? '' : m.noAnswer,
    view.pace?.kind === 'over' ? m.wasDue({ day: dayInWords(view.pace.due, language) }) : '',
    escalated(view, language),
    `${isOpen ? statuses[view.status] : resolutionText(view, reader, language)}.`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** That the next body was told, and when: what came of the silence. */
function escalated({ timeline, timeZone, pace }: CaseView, language: Language): string {
  if (pace?.kind !== 'over') return '';
  const last: TimelineEntry | undefined = timeline.findLast(
    ({ event }) => event.kind === 'escalated' || event.kind === 'ladder-ended',
  );
  if (!last) return '';
  if (last.event.kind === 'ladder-ended') return eventSentence(last.event, timeline, language);
  return last.event.kind === 'escalated'
    ? pageTexts('case-head', language).told({
        name: last.event.to.name,
        day: dayInWords(dayIn(timeZone, last.at), language),
      })
    : '';
}
