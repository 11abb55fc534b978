import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import { headOffice } from '../../register/head-office.ts';
import { contactWith } from '../../register/ladder.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { ContactRole } from '../../schemas/contact.ts';
import type { Duration } from '../../schemas/duration.ts';
import type { RemedyKind } from '../../schemas/information-law.ts';
import { dayIn, lastWorkingDay, type WorkCalendar } from '../../deadlines/working-days.ts';
import { doorStandings, type DoorStanding } from '../../deadlines/door-standings.ts';
import { answerDate, type RequestDate } from '../../deadlines/request-dates.ts';
import { placeOf } from '../routing/case-clock.ts';
import { requestHistory } from '../routing/law-clock.ts';
import { countryOf } from '../routing/information-law.ts';
import type { CaseState } from '../state/state.ts';
import type { LivingCase } from '../store/life-records.ts';

/** A section that a refusal names, with what the law says there. */
export interface CitedSection {
  section: string;
  /** Absent where the register no longer describes the section. */
  says?: Text;
  /** Whether it gives way to the public interest; absent where that is not known. */
  publicInterest?: boolean;
}

/** Where somebody may turn who did not get what they asked for, in the order of the Act. */
export interface Door {
  kind: RemedyKind;
  forum: Text;
  section: string;
  /** The body that hears it, where it is described here. */
  office?: Office;
  /** How long it is open; absent where the law names no time. */
  window?: Duration;
  /**
   * Until when (ISO 8601), where that is known by now; they differ where the law can be read in two ways. `openOn`: the
   * last day up to the earliest on which offices are open.
   */
  until?: { earliest: string; latest: string; openOn: string };
  /** How that was counted, day by day. */
  counted?: RequestDate;
  state: DoorStanding['state'];
  /** Doors to be gone through before. */
  waitsFor: RemedyKind[];
  directFor?: Text;
  extendable: boolean;
  decideWithin?: Duration;
  decideSection?: string;
  ifSilent?: Text;
  mustSay: Text[];
  note?: Text;
}

/** A body and how it is reached. */
export interface Office {
  agency: Agency;
  name: Text;
  address?: string;
  phones: string[];
  emails: string[];
}

/** What is to be told of a request for information that was not granted in full, or not answered in time. */
export interface RequestAnswer {
  why: 'refused' | 'given-in-part' | 'no-record' | 'silence';
  /** Id of the country whose law it is. */
  country: string;
  law: Text;
  /** The body that was to answer: after a transfer the second one. */
  body: Office | undefined;
  /** The day (ISO 8601) on which it received the request; absent where it never did. */
  receivedOn?: string;
  /** The day (ISO 8601) of the decision; absent where nothing was decided. */
  decidedOn?: string;
  /** Until when the answer was due, day by day. */
  answerBy?: RequestDate;
  cited: CitedSection[];
  /** What the law says of the public interest beside its exemptions. */
  publicInterest: { section: string; says: Text }[];
  withheld?: string;
  doors: Door[];
}

type Resolved = Extract<CaseEvent, { kind: 'resolved' }>;

/**
 * What a refusal rests on and what can be done about it, or about silence; undefined where all was given, where nothing
 * is decided yet, and for what is no request under a law that is described. What was refused once stays told when the
 * request is opened again: the windows do not wait for that.
 */
export function requestAnswer(
  register: Register,
  { events, words }: Pick<LivingCase, 'events' | 'words'>,
  state: CaseState,
  { language, silent, now }: { language: Language; silent: boolean; now: Date },
): RequestAnswer | undefined {
  const country = countryOf(register, state.about, state.agency);
  const law = country && register.in(language).jurisdiction(country).informationLaw;
  if (!country || !law || state.resolution === 'withdrawn') return undefined;
  const decided = events.findLast(({ event }) => event.kind === 'resolved');
  const decision = decided?.event as Resolved | undefined;
  const why = decision ? reason(decision) : silent ? 'silence' : undefined;
  if (!why) return undefined;
  const clock = clockOf(register, state, now);
  const withheld = decision?.withheld ? words.get(decision.withheld) : undefined;
  return {
    why,
    country: country.id,
    law: law.name,
    body: officeOf(register, state.agency, ['foi'], language),
    ...clock.days,
    ...(decided ? { decidedOn: dayIn(clock.timeZone, decided.at) } : {}),
    cited: (decision?.law?.sections ?? []).map((section) => {
      const [found, ...more] = law.exemptions.filter((exemption) => exemption.section === section);
      if (!found) return { section };
      const says = { ...found.says, text: [found, ...more].map((part) => part.says.text).join(' ') };
      return { section, says, ...(found.publicInterest === undefined ? {} : { publicInterest: found.publicInterest }) };
    }),
    publicInterest: law.otherSections.filter(({ about }) => about === 'public-interest'),
    ...(withheld ? { withheld } : {}),
    doors: law.remedies.map((remedy, number) => {
      // The head of an institution reviews there; a court is no body of the register.
      const id = remedy.kind === 'internal-review' ? state.agency : remedy.agency;
      const office = id ? officeOf(register, id, ['appeal', 'foi', 'oversight'], language) : undefined;
      return { ...doorOf(remedy, clock.calendar, clock.standings[number]), ...(office ? { office } : {}) };
    }),
  };
}

type RemedyRead = NonNullable<Reading<'jurisdictions'>['informationLaw']>['remedies'][number];

function doorOf(
  { kind, forum, section, limit, directFor, extendable, decideWithin, ifSilent, mustSay, note }: RemedyRead,
  calendar: WorkCalendar,
  { state, waitsFor, window }: DoorStanding = { state: 'open', waitsFor: [] },
): Door {
  return {
    kind,
    forum,
    section,
    state,
    waitsFor,
    ...(window ? { until: untilOf(window, calendar), counted: window } : {}),
    ...(limit ? { window: limit } : {}),
    ...(directFor ? { directFor } : {}),
    extendable,
    ...(decideWithin?.limit ? { decideWithin: decideWithin.limit, decideSection: decideWithin.section } : {}),
    ...(ifSilent ? { ifSilent } : {}),
    mustSay,
    ...(note ? { note } : {}),
  };
}

function untilOf({ earliest, due }: RequestDate, calendar: WorkCalendar): NonNullable<Door['until']> {
  return { earliest, latest: due, openOn: lastWorkingDay(calendar, earliest) };
}

/** How a body is reached: by the first of its desks for these matters, else by its general one. */
function officeOf(register: Register, id: string, roles: ContactRole[], language: Language): Office | undefined {
  const agency = register.agencies.get(id);
  if (!agency) return undefined;
  const { name, contacts, offices } = register.in(language).charter(agency);
  const [desk] = [...roles, 'complaint' as const, 'general' as const].flatMap(
    (role) => contactWith(contacts, role) ?? [],
  );
  const address = desk?.address ?? headOffice(offices)?.address;
  return {
    agency,
    name,
    ...(address ? { address } : {}),
    phones: desk?.phones.map(({ number }) => number) ?? [],
    emails: desk?.emails ?? [],
  };
}

/** What the law's clock tells of a request by now: its days, and how its doors stand. */
function clockOf(
  register: Register,
  state: CaseState,
  now: Date,
): {
  timeZone: string;
  calendar: WorkCalendar;
  days: Pick<RequestAnswer, 'receivedOn' | 'answerBy'>;
  standings: DoorStanding[];
} {
  const place = placeOf(register, state.agency);
  const { timeZone, calendar, law } = place;
  const history = requestHistory(state, timeZone, now, { span: 'whole' });
  if (!law || !history) return { timeZone, calendar, days: {}, standings: [] };
  const { received } = history;
  const answerBy = answerDate(law, place, history);
  return {
    timeZone,
    calendar,
    days: {
      receivedOn: received.length > 10 ? dayIn(timeZone, received) : received,
      ...(answerBy ? { answerBy } : {}),
    },
    standings: doorStandings(law, place, history),
  };
}

function reason({ outcome }: Resolved): RequestAnswer['why'] | undefined {
  return outcome === 'refused' || outcome === 'given-in-part' || outcome === 'no-record' ? outcome : undefined;
}
