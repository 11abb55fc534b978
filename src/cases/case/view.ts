import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type {
  AcknowledgementState,
  CaseKind,
  CaseStatus,
  DeliveryState,
  Resolution,
} from '../../schemas/cases/case.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import type { Receiver, Route, Term } from '../../schemas/cases/route.ts';
import { identityAnswers, matterAnswers, type Answer } from './answers.ts';
import type { AttachmentSummary } from '../store/stored-files.ts';
import type { Deadline } from '../../deadlines/deadline.ts';
import { lawOf } from '../routing/information-law.ts';
import { allowed, type CitizenAction } from '../state/allowed.ts';
import { deadlineOf, placeOf } from '../routing/case-clock.ts';
import { awaitedBy, handoverTargets, type Awaited, type HandoverTarget } from '../routing/handover.ts';
import { currentTurn, hasClock, reduce, waitsForHandover, type CaseState } from '../state/state.ts';
import type { LivingCase } from '../store/life-records.ts';
import { receivedEvent } from '../store/case-records.ts';
import { paceOf, type Pace } from './pace.ts';
import { retentionMonths } from './retention.ts';

/** An event with what was written in it and the files that came with it. */
export interface TimelineEntry extends RecordedEvent {
  words?: string;
  files: AttachmentSummary[];
}

/**
 * What the case page shows. It is read on shared screens, so it repeats what happened and never who told it.
 * Delivery, status and resolution are three separate things, each worked out from the events.
 */
export interface CaseView {
  id: string;
  reference: string;
  about: CaseKind;
  agency: { id: string; name: string };
  service?: { id: string; name: string };
  receivedAt: string;
  route: Route;
  /** Who has it now. */
  holder: Receiver;
  /** Name of the body that it was brought to by hand. */
  broughtTo?: string;
  delivery: DeliveryState;
  status: CaseStatus;
  resolution: Resolution;
  acknowledgement: AcknowledgementState;
  identity: 'none' | 'withheld' | 'shared';
  answers(language: Language): Answer[];
  /** The encrypted words, where only the body can read them. */
  sealed?: string;
  /** Who told it. For whoever may see it, never for the case page. */
  answersAboutCitizen(language: Language): Answer[];
  /** All that it holds, whoever sent them. */
  files: AttachmentSummary[];
  timeline: TimelineEntry[];
  /** Until when whoever has it is to answer, day by day; absent once it is closed or nobody is left to answer. */
  deadline?: Deadline;
  term?: Term;
  /** How the answer stands to its time; absent where no time is set, or none runs yet. */
  pace?: Pace;
  /** Whom it has not reached yet: their time has not begun, and no day can be named. */
  awaited?: Awaited;
  /** The body that the citizen may hand a letter to, because no mail reaches it. */
  handInTo?: HandoverTarget;
  /**
   * The citizen says that somebody's life or liberty is at stake; the law's shorter time for that is not reckoned here.
   */
  urgent: boolean;
  /** Id of the country whose information law a request rests on. */
  lawOf: string | undefined;
  timeZone: string;
  rating?: number;
  /** For how many months it is kept once it is closed. */
  keptMonths: number;
  /** What the citizen may do now. */
  can: CitizenAction[];
  /** Names the state that a form was made for. */
  version: number;
}

export function viewCase(stored: LivingCase, { register, now }: { register: Register; now: Date }): CaseView {
  const { about = 'complaint', agency, agencyName, service, serviceName, route } = receivedEvent(stored);
  const state = reduce(stored.events);
  const events = stored.events.map(({ event }) => event);
  const { holder, term, delivery, passedOn } = currentTurn(state);
  const place = placeOf(register, state.agency);
  const runs = state.resolution === 'open' && !state.ladderEnded && hasClock(state);
  const deadline = runs ? deadlineOf(state, place, now) : undefined;
  const awaited = awaitedBy(register, stored, state);
  const pace = paceOf(stored.events, place, now);
  const [handInTo] = waitsForHandover(state, currentTurn(state)) ? handoverTargets(register, stored, state) : [];
  const { answersAboutCitizen, ...identity } = aboutCitizen(stored.submission);
  return {
    id: stored.row.id,
    reference: stored.row.reference,
    about,
    agency: { id: agency, name: agencyName },
    ...(service ? { service: { id: service, name: serviceName ?? service } } : {}),
    receivedAt: stored.row.received_at,
    route,
    holder,
    ...(passedOn ? { broughtTo: passedOn.name } : {}),
    delivery,
    status: statusOf(state, events),
    resolution: state.resolution,
    acknowledgement: acknowledgementOf(stored.submission, events),
    ...identity,
    answers: (language) => matterAnswers(register, stored.submission, language),
    answersAboutCitizen,
    ...(stored.submission.sealed ? { sealed: stored.submission.sealed.message } : {}),
    files: stored.files,
    timeline: stored.events.map((recorded) => timelineEntry(recorded, stored)),
    ...(deadline ? { deadline } : {}),
    ...(pace ? { pace } : {}),
    ...(awaited ? { awaited } : {}),
    ...(handInTo ? { handInTo } : {}),
    ...(runs && term ? { term } : {}),
    urgent: stored.submission.urgent ?? false,
    lawOf: lawOf(register, about, agency),
    timeZone: place.timeZone,
    ...(state.rating === undefined ? {} : { rating: state.rating }),
    keptMonths: retentionMonths(register, agency),
    can: allowed(state, { kind: 'citizen' }) as CitizenAction[],
    version: state.version,
  };
}

function timelineEntry(recorded: RecordedEvent, { words, files }: LivingCase): TimelineEntry {
  const text = 'words' in recorded.event && recorded.event.words ? words.get(recorded.event.words) : undefined;
  return {
    ...recorded,
    ...(text ? { words: text } : {}),
    files: files.filter(({ sequence }) => sequence === recorded.sequence),
  };
}

function statusOf(state: CaseState, events: CaseEvent[]): CaseStatus {
  if (state.resolution !== 'open') return 'closed';
  if (state.asked) return 'with-citizen';
  const turn = currentTurn(state);
  if (turn.passedOn) return 'with-body';
  const arrived =
    turn.delivery === 'delivered' ||
    turn.delivery === 'with-operator' ||
    turn.acknowledgedAt ||
    (turn.turn === 1 && events.some((event) => event.kind === 'forwarded'));
  if (turn.holder.kind === 'operator') return arrived || turn.delivery === 'failed' ? 'with-operator' : 'received';
  return arrived ? 'with-body' : 'received';
}

function acknowledgementOf(submission: Submission, events: CaseEvent[]): AcknowledgementState {
  // The last word counts: what was sent may have come back. A letter that failed is another matter.
  const last = events.findLast(
    (event) =>
      event.kind === 'acknowledgement-sent' ||
      (event.kind === 'delivery-failed' && event.to === 'citizen' && (event.tells ?? 1) === 1),
  );
  if (last) return last.kind === 'acknowledgement-sent' ? 'sent' : 'failed';
  return submission.email ? 'waiting' : 'none';
}

function aboutCitizen(submission: Submission): Pick<CaseView, 'identity' | 'answersAboutCitizen'> {
  const isEmpty = identityAnswers(submission, 'en').length === 0;
  return {
    identity: isEmpty ? 'none' : submission.shareIdentity ? 'shared' : 'withheld',
    answersAboutCitizen: (language) => identityAnswers(submission, language),
  };
}
