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
import { lawFor, lawOf } from '../routing/information-law.ts';
import { allowed, type CitizenAction } from '../state/allowed.ts';
import { allowedByLaw } from '../state/allowed-by-law.ts';
import { accessDate, deadlineOf, movedByDeclaration, placeOf, type MovedDeadline } from '../routing/case-clock.ts';
import { awaitedBy, broughtTo, handoverTargets, type Awaited, type HandoverTarget } from '../routing/handover.ts';
import { currentTurn, hasClock, mayBeBrought, reduce, waitsForHandover, type CaseState } from '../state/state.ts';
import type { Publication } from '../state/publication.ts';
import type { LivingCase } from '../store/life-records.ts';
import { receivedEvent } from '../store/case-records.ts';
import { paceOf, type Pace } from './pace.ts';
import { requestWords } from './request-words.ts';
import { requestAnswer, type RequestAnswer } from './request-answer.ts';
import { retentionMonths } from './retention.ts';

/** An event with what was written in it and the files that came with it. */
export interface TimelineEntry extends RecordedEvent {
  words?: string;
  /** What is not given of a request that is granted in part. */
  withheld?: string;
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
  /** A request for information in one piece, where it is one. */
  requestWords(language: Language): string | undefined;
  /** The encrypted words, where only the body can read them. */
  sealed?: string;
  /** Who told it. For whoever may see it, never for the case page. */
  answersAboutCitizen(language: Language): Answer[];
  /** All that it holds, whoever sent them. */
  files: AttachmentSummary[];
  timeline: TimelineEntry[];
  /** Until when whoever has it is to answer, day by day; absent once it is closed or nobody is left to answer. */
  deadline?: Deadline;
  /** How holidays that were declared since have moved its last day. */
  moved?: MovedDeadline;
  term?: Term;
  /** How the answer stands to its time; absent where no time is set, or none runs yet. */
  pace?: Pace;
  /** Whom it has not reached yet: their time has not begun, and no day can be named. */
  awaited?: Awaited;
  /** The body that the citizen may hand a letter to, because no mail reaches it. */
  handInTo?: HandoverTarget;
  /** The body that the citizen may hand a letter to; of a request for information also one that mail reaches. */
  letterTo?: HandoverTarget;
  /** The citizen says that somebody's life or liberty is at stake. */
  urgent: boolean;
  /** Money that waits to be paid. */
  charge?: { amount: number; currency: string; clockStands: boolean };
  /** Until when what was granted is to be handed over, once it was paid for: the day (ISO 8601), and the section. */
  accessBy?: { due: string; section: string };
  /** Of a request that was not granted in full, or not answered in time: what it rests on and what can be done. */
  requestAnswer(language: Language): RequestAnswer | undefined;
  /** Id of the country whose information law a request rests on. */
  lawOf: string | undefined;
  timeZone: string;
  rating?: number;
  /** For how many months it is kept once it is closed. */
  keptMonths: number;
  /** What became of their leave to publish it; absent of what is never published. */
  publication?: Publication;
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
  const moved = deadline && movedByDeclaration(state, place, now, deadline);
  const awaited = awaitedBy(register, stored, state);
  const pace = paceOf(stored.events, place, now);
  const [handInTo] = waitsForHandover(state, currentTurn(state)) ? handoverTargets(register, stored, state) : [];
  const [letterTo = handInTo] = mayBeBrought(state, currentTurn(state)) ? broughtTo(register, stored, state) : [];
  const accessBy = accessDate(state, place, now);
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
    requestWords: (language) => requestWords(stored.submission, language),
    answers: (language) => matterAnswers(register, stored.submission, language),
    answersAboutCitizen,
    ...(stored.submission.sealed ? { sealed: stored.submission.sealed.message } : {}),
    files: stored.files,
    timeline: stored.events.map((recorded) => timelineEntry(recorded, stored)),
    ...(deadline ? { deadline } : {}),
    ...(moved ? { moved } : {}),
    ...(pace ? { pace } : {}),
    ...chargeOf(state, events),
    ...(accessBy ? { accessBy } : {}),
    ...(awaited ? { awaited } : {}),
    ...(handInTo ? { handInTo } : {}),
    ...(letterTo ? { letterTo } : {}),
    ...(runs && term ? { term } : {}),
    urgent: stored.submission.urgent ?? false,
    requestAnswer: (language) =>
      requestAnswer(register, stored, state, { language, silent: pace?.kind === 'over', now }),
    lawOf: lawOf(register, about, agency),
    timeZone: place.timeZone,
    ...(state.rating === undefined ? {} : { rating: state.rating }),
    keptMonths: retentionMonths(register, agency),
    ...(about === 'information-request' ? { publication: state.publication } : {}),
    can: allowedByLaw(
      allowed(state, { kind: 'citizen' }) as CitizenAction[],
      state,
      lawFor(register, about, state.agency),
    ),
    version: state.version,
  };
}

function timelineEntry(recorded: RecordedEvent, { words, files }: LivingCase): TimelineEntry {
  const { event } = recorded;
  const text = 'words' in event && event.words ? words.get(event.words) : undefined;
  const withheld = event.kind === 'resolved' && event.withheld ? words.get(event.withheld) : undefined;
  return {
    ...recorded,
    ...(text ? { words: text } : {}),
    ...(withheld ? { withheld } : {}),
    files: files.filter(({ sequence }) => sequence === recorded.sequence),
  };
}

function statusOf(state: CaseState, events: CaseEvent[]): CaseStatus {
  if (state.resolution !== 'open') return 'closed';
  if (state.asked) return 'with-citizen';
  if (state.charge) return 'to-be-paid';
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

function chargeOf({ charge, resolution }: CaseState, events: CaseEvent[]): Pick<CaseView, 'charge'> {
  const asked = events.findLast((event) => event.kind === 'charge-asked');
  // Nobody pays for what was refused or taken back.
  const isOwed = resolution === 'open' || resolution === 'given' || resolution === 'given-in-part';
  if (!charge || !asked || !isOwed) return {};
  return { charge: { amount: asked.amount, currency: asked.currency, clockStands: charge.clockStands } };
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
