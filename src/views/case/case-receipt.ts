import type { CaseView, TimelineEntry } from '../../cases/case/view.ts';
import { isSealed } from '../../cases/case/seal.ts';
import { dayInWords, dueInWords, eventSentence, holderName } from '../../cases/letters/event-sentences.ts';
import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import { duration, money } from '../../register/format.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { ReceiptFigure, ReceiptLine, ReceiptView, Stamp } from '../receipt/receipt.ts';

/** Who reads it: to the citizen it says "you". Nothing in it tells who wrote. */
export type CaseReader = 'citizen' | 'officer';

/**
 * The head of a case as its receipt is made of: the stamp, the office, what it said last (or that it said nothing yet, and
 * what came of that), and the days.
 */
export function caseReceipt(view: CaseView, reader: CaseReader, language: Language): ReceiptView {
  const m = pageTexts('case-head', language);
  const said = latestWords(view, language);
  return {
    label: pageTexts('cases', language).caseTitle({ reference: view.reference }),
    stamp: caseStamp(view, reader, language),
    lines: [
      {
        key: 'office',
        label: m.about,
        notes: [{ text: view.service ? `${view.agency.name}: ${view.service.name}` : view.agency.name }],
      },
      {
        key: 'said',
        label: said ? m.theyWrote : m.now,
        ...(said ? { quote: said } : {}),
        notes: [{ text: nowSentence(view, { reader, heard: said !== undefined }, language) }],
      },
      sinceLine(view, language),
      ...dueLine(view, language),
    ],
  };
}

/** The stamp of a case: "Answered in 3 of 5 working days", "Overdue by 2 days", "With the office, 4 days left". */
function caseStamp(view: CaseView, reader: CaseReader, language: Language): Stamp {
  const m = pageTexts('case-head', language);
  const { pace, resolution, status } = view;
  if (resolution !== 'open' && (view.rating !== undefined || pace?.kind !== 'answered'))
    return { state: 'none', says: m.closed, detail: resolutionText(view, reader, language) };
  if (pace?.kind === 'answered') return { state: 'answered', says: m.answered, detail: answeredIn(pace, m, language) };
  // Where the law lets the time run on, a question is no excuse for what is late.
  if (status === 'with-citizen' && pace?.kind !== 'over')
    return { state: 'waiting', says: m.question, detail: m.questionOpen };
  if (status === 'to-be-paid' && pace?.kind === 'paused')
    return { state: 'waiting', says: m.toPay, detail: m.toPayOpen };
  if (pace?.kind === 'over')
    return { state: 'overdue', says: m.overdue, detail: m.by({ length: inDays(pace.by, language) }) };
  if (pace?.kind === 'running') return { state: 'waiting', says: m.withOffice, detail: timeLeft(pace, m, language) };
  return status === 'with-body'
    ? { state: 'waiting', says: m.withOffice }
    : { state: 'waiting', says: m.received, detail: m.notYetThere };
}

/** Since when it is here; what the portal alone has so far was received by nobody who has to answer. */
function sinceLine({ awaited, receivedAt, timeZone }: CaseView, language: Language): ReceiptLine {
  const m = pageTexts('case-head', language);
  const figure = dayFigure(dayIn(timeZone, receivedAt), language);
  return awaited
    ? { key: 'since', label: m.receivedHere, figure, notes: [{ text: m.notYetWith({ name: awaited.name }) }] }
    : { key: 'since', label: m.received, figure };
}

function dueLine({ pace, deadline, timeZone }: CaseView, language: Language): ReceiptLine[] {
  const m = pageTexts('case-head', language);
  const line = (label: string, day: string): ReceiptLine[] => [{ key: 'due', label, figure: dayFigure(day, language) }];
  if (pace?.kind === 'answered') return line(m.answered, dayIn(timeZone, pace.at));
  const due = missedDay(pace);
  if (due) return line(m.wasDue, due);
  if (!deadline) return [];
  const value = { text: dueInWords(deadline, timeZone, language) };
  return [{ key: 'due', label: m.due, figure: { value, stated: true } }];
}

/** The day that passed without an answer, also where somebody asks the citizen since. */
function missedDay(pace: CaseView['pace']): string | undefined {
  return pace?.kind === 'over' || pace?.kind === 'paused' ? pace.due : undefined;
}

function dayFigure(day: string, language: Language): ReceiptFigure {
  return { value: { text: dayInWords(day, language) }, stated: true };
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

function resolutionText({ resolution }: CaseView, reader: CaseReader, language: Language): string {
  const own = reader === 'officer' ? pageTexts('case-life', language).desk.resolutions : {};
  return { ...pageTexts('outcomes', language), ...pageTexts('cases', language).resolutions, ...own }[resolution];
}

const ofOfficers = new Set([
  'answered',
  'resolved',
  'asked',
  'extended',
  'transferred',
  'urgency-refused',
  'charge-asked',
]);

function latestWords({ timeline, timeZone }: CaseView, language: Language): ReceiptLine['quote'] {
  const entry = timeline.findLast(({ event, words }) => ofOfficers.has(event.kind) && words && !isSealed(words));
  if (!entry?.words || !('turn' in entry.event)) return undefined;
  return {
    words: entry.words,
    by: pageTexts('case-head', language).wroteOn({
      name: holderName(timeline, entry.event.turn ?? 1, language),
      day: dayInWords(dayIn(timeZone, entry.at), language),
    }),
  };
}

function nowSentence(
  view: CaseView,
  { reader, heard }: { reader: CaseReader; heard: boolean },
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
    escalated(view, language),
    // What has to be paid says itself with whom it is.
    isOpen && view.charge && view.status === 'to-be-paid'
      ? ''
      : `${isOpen ? statuses[view.status] : resolutionText(view, reader, language)}.`,
    chargeSentence(view, reader, language),
  ];
  return parts.filter(Boolean).join(' ');
}

/** What has to be paid, who has to, and whether the time of the office stands until then. */
function chargeSentence({ charge, resolution }: CaseView, reader: CaseReader, language: Language): string {
  if (!charge) return '';
  const m = pageTexts('case-head', language).charge[reader];
  const sum = money(charge.amount, charge.currency);
  if (resolution !== 'open') return m.granted({ sum });
  return (charge.clockStands ? m.stands : m.runs)({ sum });
}

/** That the next body was told, and when: what came of the silence. */
function escalated({ timeline, timeZone, pace }: CaseView, language: Language): string {
  if (missedDay(pace) === undefined) return '';
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
