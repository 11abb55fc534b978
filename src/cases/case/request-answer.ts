import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import type { Register } from '../../register/register.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { Duration } from '../../schemas/duration.ts';
import type { RemedyKind } from '../../schemas/information-law.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import { requestDates } from '../../deadlines/request-dates.ts';
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
  /** Id of the body, where it is described here. */
  agency?: string;
  /** How long it is open; absent where the law names no time. */
  window?: Duration;
  /** Until when (ISO 8601), where that is known by now; they differ where the law can be read in two ways. */
  until?: { earliest: string; latest: string };
  /** It can be gone through no more, by any reading. */
  closed: boolean;
  /** Doors to be tried before. */
  after: RemedyKind[];
  directFor?: Text;
  extendable: boolean;
  decideWithin?: Duration;
  ifSilent?: Text;
}

/** What is to be told of a request for information that was not granted in full, or not answered in time. */
export interface RequestAnswer {
  why: 'refused' | 'given-in-part' | 'no-record' | 'silence';
  /** Id of the country whose law it is. */
  country: string;
  law: Text;
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
  const decision = events.map(({ event }) => event).findLast((event): event is Resolved => event.kind === 'resolved');
  const why = decision ? reason(decision) : silent ? 'silence' : undefined;
  if (!why) return undefined;
  const windows = windowsOf(register, state, now);
  const withheld = decision?.withheld ? words.get(decision.withheld) : undefined;
  return {
    why,
    country: country.id,
    law: law.name,
    cited: (decision?.law?.sections ?? []).map((section) => {
      const [found, ...more] = law.exemptions.filter((exemption) => exemption.section === section);
      if (!found) return { section };
      const says = { ...found.says, text: [found, ...more].map((part) => part.says.text).join(' ') };
      return { section, says, ...(found.publicInterest === undefined ? {} : { publicInterest: found.publicInterest }) };
    }),
    publicInterest: law.otherSections.filter(({ about }) => about === 'public-interest'),
    ...(withheld ? { withheld } : {}),
    doors: law.remedies.map((remedy, place) => doorOf(remedy, windows(place))),
  };
}

type RemedyRead = NonNullable<Reading<'jurisdictions'>['informationLaw']>['remedies'][number];

function doorOf(
  { kind, forum, section, agency, limit, after, directFor, extendable, decideWithin, ifSilent }: RemedyRead,
  open: Pick<Door, 'until' | 'closed'>,
): Door {
  return {
    kind,
    forum,
    section,
    ...open,
    ...(agency ? { agency } : {}),
    ...(limit ? { window: limit } : {}),
    after,
    ...(directFor ? { directFor } : {}),
    extendable,
    ...(decideWithin?.limit ? { decideWithin: decideWithin.limit } : {}),
    ...(ifSilent ? { ifSilent } : {}),
  };
}

/** Until when each door is open, by its place in the Act; a door that opens later, or for ever, has no day. */
function windowsOf(register: Register, state: CaseState, now: Date): (place: number) => Pick<Door, 'until' | 'closed'> {
  const place = placeOf(register, state.agency);
  const history = requestHistory(state, place.timeZone, now, { span: 'whole' });
  const dates = place.law && history ? requestDates(place.law, place, history) : [];
  const today = dayIn(place.timeZone, now);
  return (number) => {
    const date = dates.find(({ id }) => id === `remedy-${number}`);
    return date
      ? { until: { earliest: date.earliest, latest: date.due }, closed: today > date.due }
      : { closed: false };
  };
}

function reason({ outcome }: Resolved): RequestAnswer['why'] | undefined {
  return outcome === 'refused' || outcome === 'given-in-part' || outcome === 'no-record' ? outcome : undefined;
}
