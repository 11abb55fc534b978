import type { Language } from '../lib/locales.ts';
import type { AcknowledgementState, CaseStatus, DeliveryState, Resolution } from '../schemas/cases/case.ts';
import type { Complaint } from '../schemas/cases/complaint.ts';
import type { CaseEvent, RecordedEvent } from '../schemas/cases/event.ts';
import type { Route } from '../schemas/cases/route.ts';
import { answers, type Answer } from './answers.ts';
import { receivedEvent, type StoredCase } from './store/case-records.ts';

/**
 * What the case page shows. It is read on shared screens, so it repeats what happened and never who told it.
 * Delivery, status and resolution are three separate things, each worked out from the events.
 */
export interface CaseView {
  reference: string;
  agency: { id: string; name: string };
  service?: { id: string; name: string };
  receivedAt: string;
  route: Route;
  delivery: DeliveryState;
  status: CaseStatus;
  resolution: Resolution;
  acknowledgement: AcknowledgementState;
  identity: 'none' | 'withheld' | 'shared';
  answers(language: Language): Answer[];
  timeline: RecordedEvent[];
}

export function viewCase(stored: StoredCase): CaseView {
  const { agency, agencyName, service, serviceName, route } = receivedEvent(stored);
  const events = stored.events.map(({ event }) => event);
  return {
    reference: stored.row.reference,
    agency: { id: agency, name: agencyName },
    ...(service ? { service: { id: service, name: serviceName ?? service } } : {}),
    receivedAt: stored.row.received_at,
    route,
    delivery: deliveryOf(events),
    status: statusOf(events),
    resolution: 'open',
    acknowledgement: acknowledgementOf(stored.complaint, events),
    identity: identityOf(stored.complaint),
    answers: (language) => answers(stored.complaint, language, 'matter'),
    timeline: stored.events,
  };
}

function deliveryOf(events: CaseEvent[]): DeliveryState {
  if (events.some((event) => event.kind === 'delivery-failed' && event.to === 'receiver')) return 'failed';
  return events.some((event) => event.kind === 'forwarded') ? 'delivered' : 'waiting';
}

function statusOf(events: CaseEvent[]): CaseStatus {
  const last = events.findLast((event) => event.kind === 'forwarded');
  if (!last) return 'received';
  return last.to.kind === 'body' ? 'with-body' : 'with-operator';
}

function acknowledgementOf(complaint: Complaint, events: CaseEvent[]): AcknowledgementState {
  if (events.some((event) => event.kind === 'acknowledgement-sent')) return 'sent';
  if (events.some((event) => event.kind === 'delivery-failed' && event.to === 'citizen')) return 'failed';
  return complaint.email ? 'waiting' : 'none';
}

function identityOf(complaint: Complaint): CaseView['identity'] {
  if (answers(complaint, 'en', 'identity').length === 0) return 'none';
  return complaint.shareIdentity ? 'shared' : 'withheld';
}
