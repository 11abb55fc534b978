import type { Duration } from '../schemas/duration.ts';
import type { InformationLaw, Remedy } from '../schemas/information-law.ts';
import { explainDeadline, type Deadline, type DeadlinePlace, type Opening, type Pause } from './deadline.ts';

/** What may happen to a request for information and moves its dates, each on a day (ISO 8601) of the country. */
export type Happened =
  /** By so many days of the law's unit; more than its cap does not count. */
  | { kind: 'extended'; on: string; days: number }
  /** `transferred`: the day on which the second body received it. `refused`: on which the citizen got the notice. */
  | { kind: Exclude<HappenedKind, 'extended'>; on: string };

export const happenedKinds = [
  'extended',
  'urgency-refused',
  'transferred',
  'deposit-asked',
  'deposit-paid',
  'clarification-asked',
  'clarified',
  'granted',
  'fee-paid',
  'refused',
  'internal-review-asked',
  'internal-review-refused',
  'commission-decided',
] as const;
export type HappenedKind = (typeof happenedKinds)[number];

/** What is known of a request for information. */
export interface RequestHistory {
  /** When the body received it: an instant (ISO 8601, UTC), or a day of the country where no hour is known. */
  received: string;
  /** The asker needs it within the law's urgent time. Without effect where the law has none. */
  urgent?: boolean | undefined;
  /** In order of time. */
  happened: readonly Happened[];
  /** Day of the country: what a clock that stands is reckoned by, and whether a review's time is over. */
  today: string;
}

/** Whose time it is: the body that was asked, the one the request was passed to, the citizen, or who hears a review. */
export type Actor = 'body' | 'second-body' | 'citizen' | 'reviewer';

/** `remedy-0` is the time for going through the first door of the Act, `remedy-0-decision` that for deciding there. */
export type RequestDateId =
  | 'answer'
  | 'urgent-answer'
  | 'transfer'
  | 'transfer-notice'
  | 'extension-notice'
  | 'access'
  | `remedy-${number}`
  | `remedy-${number}-decision`;

/**
 * A date of a request. A body is late only after `due`, a citizen is safe only until `earliest`; both with an instant
 * where the time is given in hours.
 */
export interface RequestDate extends Deadline {
  id: RequestDateId;
  actor: Actor;
  /** The section of the Act that sets the time. */
  section: string;
  limit: Duration;
  /** Days by which it was extended, as far as the law allows. */
  extension?: number;
  /** The days (ISO 8601) on which the clock started, by the earliest and by the latest reading. */
  from: Range;
}

interface Range {
  earliest: string;
  latest: string;
}

type TimeRule = Pick<NonNullable<InformationLaw['urgent']>, 'limit' | 'section'>;

/**
 * All dates of a request for information that the law sets, as far as they are known by what has happened: the answer
 * first, then what the body owes on the way, then the windows and decisions of each door after a refusal or silence.
 * A country needs nothing but its law as data; a time that it does not set is left out.
 */
export function requestDates(law: InformationLaw, place: DeadlinePlace, history: RequestHistory): RequestDate[] {
  const answer = answerDate(law, place, history);
  const dates = [answer, ...datesOnTheWay(law, place, history)];
  if (answer && !has(history, 'granted')) dates.push(...remedyDates(law, place, history, answer));
  return dates.filter((date) => date !== undefined);
}

/**
 * Until when the answer is due, by the urgent time of the law as long as it holds, else by the ordinary one with its
 * extension, deposits and transfers; undefined where the law sets no time.
 */
export function answerDate(
  law: InformationLaw,
  place: DeadlinePlace,
  history: RequestHistory,
): RequestDate | undefined {
  const urgent = isUrgent(law, history);
  const rule = urgent ? law.urgent : law.answer;
  if (!rule) return undefined;
  return merged(
    receipts(law, history).map(({ at, since }) => {
      const extension = urgent ? 0 : extensionBy(law, since);
      return dateBy(urgent ? 'urgent-answer' : 'answer', 'body', rule, place, history, at, {
        pauses: urgent ? [] : pausesOf(law, since),
        ...(extension > 0 ? { extension, extendsFromEnd: law.extension?.countsFrom === 'due-day' } : {}),
      });
    }),
    ['transfer'],
  );
}

/** What the body owes before and beside the answer. */
function datesOnTheWay(
  law: InformationLaw,
  place: DeadlinePlace,
  history: RequestHistory,
): (RequestDate | undefined)[] {
  const { transfer, extension, access } = law;
  const second = last(history, 'transferred')?.on;
  const byReceiver = transfer?.tellFrom === 'second-receipt';
  const paid = last(history, 'fee-paid')?.on;
  const toldFrom = byReceiver ? second : history.received;
  return [
    transfer && dateBy('transfer', 'body', transfer, place, history, history.received),
    transfer && toldFrom
      ? dateBy(
          'transfer-notice',
          byReceiver ? 'second-body' : 'body',
          { limit: transfer.tellWithin ?? transfer.atMost, section: transfer.tellSection ?? transfer.section },
          place,
          history,
          toldFrom,
        )
      : undefined,
    extension && !isUrgent(law, history)
      ? merged(
          receipts(law, history).map(({ at }) =>
            dateBy(
              'extension-notice',
              'body',
              { limit: extension.noticeWithin, section: extension.noticeSection ?? extension.section },
              place,
              history,
              at,
            ),
          ),
          ['transfer'],
        )
      : undefined,
    access && paid ? dateBy('access', 'body', access, place, history, paid) : undefined,
  ];
}

function remedyDates(
  law: InformationLaw,
  place: DeadlinePlace,
  history: RequestHistory,
  answer: RequestDate,
): RequestDate[] {
  const refused = last(history, 'refused')?.on;
  const silence = { earliest: answer.earliest, latest: answer.due };
  const known: Partial<Record<Remedy['runsFrom'][number], Range>> = refused
    ? { refusal: sameDay(refused) }
    : { silence };
  const dates: (RequestDate | undefined)[] = [];
  for (const [index, remedy] of law.remedies.entries()) {
    // Whoever comes to a later door came to the first by a refusal or by silence, which counts as one.
    const events = remedy.after.length > 0 ? { refusal: silence, ...known } : known;
    dates.push(windowOf(index, remedy, events, place, history, answer));
    const decision = decisionOf(index, remedy, place, history);
    dates.push(decision);
    const told = remedy.kind === 'court' ? undefined : last(history, decidedBy[remedy.kind])?.on;
    if (remedy.kind !== 'court' && told) known[remedy.kind] = sameDay(told);
    else if (remedy.kind !== 'court' && decision && history.today > decision.due)
      known[remedy.kind] = { earliest: decision.earliest, latest: decision.due };
  }
  return dates.filter((date) => date !== undefined);
}

const decidedBy = { 'internal-review': 'internal-review-refused', commission: 'commission-decided' } as const;

/** The time for going through a door; undefined as long as it is not open, and where the Act sets none. */
function windowOf(
  index: number,
  remedy: Remedy,
  events: Partial<Record<Remedy['runsFrom'][number], Range>>,
  place: DeadlinePlace,
  history: RequestHistory,
  answer: RequestDate,
): RequestDate | undefined {
  const doorsBefore = remedy.runsFrom.filter((event) => event === 'internal-review' || event === 'commission');
  if (remedy.after.length > 0 && doorsBefore.length > 0 && !doorsBefore.some((event) => events[event]))
    return undefined;
  const ranges = remedy.runsFrom.map((event) => events[event]).filter((range) => range !== undefined);
  const earliest = ranges.map((range) => range.earliest).sort()[0];
  const latest = ranges
    .map((range) => range.latest)
    .sort()
    .at(-1);
  if (!earliest || !latest) return undefined;
  return merged(
    [...new Set([earliest, latest])].map((from) => dateBy(`remedy-${index}`, 'citizen', remedy, place, history, from)),
    latest === answer.due && earliest === answer.earliest ? answer.open : ['start'],
  );
}

/** Until when a review inside the body has to be decided, once it was asked for. */
function decisionOf(
  index: number,
  remedy: Remedy,
  place: DeadlinePlace,
  history: RequestHistory,
): RequestDate | undefined {
  const asked = remedy.kind === 'internal-review' ? last(history, 'internal-review-asked')?.on : undefined;
  return asked && remedy.decideWithin
    ? dateBy(`remedy-${index}-decision`, 'reviewer', remedy.decideWithin, place, history, asked)
    : undefined;
}

/** A time of the law from one moment; undefined where the law sets no figure. */
function dateBy(
  id: RequestDateId,
  actor: Actor,
  { limit, section }: TimeRule,
  place: DeadlinePlace,
  { today, received }: RequestHistory,
  startedAt: string,
  more: { pauses?: readonly Pause[]; extension?: number; extendsFromEnd?: boolean } = {},
): RequestDate | undefined {
  if (limit?.max === undefined || !limit.unit) return undefined;
  const notBefore = received.length > 10 ? { notBefore: received } : {};
  const deadline = explainDeadline({ ...place, startedAt, limit, byLaw: true, today, ...notBefore, ...more });
  const from = deadline.days[0]?.day ?? deadline.due;
  return {
    ...deadline,
    id,
    actor,
    section,
    limit,
    ...(more.extension === undefined ? {} : { extension: more.extension }),
    from: sameDay(from),
  };
}

/** One date of several readings: its earliest and its latest end, and day by day the reading that ends last. */
function merged(readings: readonly (RequestDate | undefined)[], opening: readonly Opening[]): RequestDate | undefined {
  const dates = readings.filter((date) => date !== undefined);
  const first = dates.toSorted((a, b) => compare(a.earliestAt ?? a.earliest, b.earliestAt ?? b.earliest))[0];
  const latest = dates.toSorted((a, b) => compare(a.dueAt ?? a.due, b.dueAt ?? b.due)).at(-1);
  if (!first || !latest || dates.length === 1) return latest;
  return {
    ...latest,
    earliest: first.earliest,
    ...(first.earliestAt ? { earliestAt: first.earliestAt } : {}),
    open: [...new Set([...opening, ...latest.open])],
    from: { earliest: first.from.earliest, latest: latest.from.latest },
  };
}

/** A moment at which the body that has to answer received the request, and what has happened since. */
interface Receipt {
  at: string;
  since: readonly Happened[];
}

/**
 * The receipt from which the answer's time runs; two where the law does not say whether a transfer starts the clock
 * again. What was noted before the second receipt has no effect on a clock that started with it.
 */
function receipts({ transfer }: InformationLaw, { received, happened }: RequestHistory): Receipt[] {
  const first = { at: received, since: happened };
  const index = happened.findLastIndex(({ kind }) => kind === 'transferred');
  const on = happened[index]?.on;
  if (on === undefined || !transfer || transfer.restartsClock === false) return [first];
  const second = { at: on, since: happened.slice(index + 1) };
  return transfer.restartsClock ? [second] : [first, second];
}

function isUrgent({ urgent }: InformationLaw, history: RequestHistory): boolean {
  return Boolean(history.urgent && urgent?.limit?.max !== undefined && !has(history, 'urgency-refused'));
}

function extensionBy({ extension }: InformationLaw, since: readonly Happened[]): number {
  const days = since.reduce((sum, event) => sum + (event.kind === 'extended' ? event.days : 0), 0);
  return Math.min(days, extension?.limit?.max ?? 0);
}

/** The times during which the clock stands, by what the law lets stop it. */
function pausesOf({ deposit, clarification }: InformationLaw, since: readonly Happened[]): Pause[] {
  const pauses: Pause[] = [];
  const pairs = [
    ...(deposit?.stopsClock ? [['deposit-asked', 'deposit-paid'] as const] : []),
    ...(clarification?.stopsClock ? [['clarification-asked', 'clarified'] as const] : []),
  ];
  for (const [begins, ends] of pairs)
    for (const [index, event] of since.entries())
      if (event.kind === begins)
        pauses.push({ from: event.on, until: since.slice(index).find(({ kind }) => kind === ends)?.on });
  return pauses;
}

function last({ happened }: RequestHistory, wanted: HappenedKind): Happened | undefined {
  return happened.findLast(({ kind }) => kind === wanted);
}

function has(history: RequestHistory, wanted: HappenedKind): boolean {
  return last(history, wanted) !== undefined;
}

function sameDay(day: string): Range {
  return { earliest: day, latest: day };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
