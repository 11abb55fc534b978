import type { FigureNotes } from './evidence.ts';
import type { FeeView, TimeView } from './figures.ts';
import type { ServiceDetails } from './service-details.ts';

/** Which parts of a service say more than its receipt: a page tells nothing twice. */
export interface BeyondReceipt {
  costs: boolean;
  times: boolean;
  bring: boolean;
}

/** Answers for each part of a service whether it has anything that its receipt does not show. */
export function beyondReceipt(service: ServiceDetails): BeyondReceipt {
  const { fees, times, requirements, requirementsNote, eligibility, exclusions, promise } = service;
  return {
    costs: fees.length > 1 || fees.some((fee) => hasMore(fee) || saysMore(fee)),
    times: times.length > 1 || times.some((time) => hasMore(time) || timeSaysMore(time)),
    bring:
      promise.bringMore > 0 ||
      requirementsNote !== undefined ||
      eligibility.length + exclusions.length > 0 ||
      requirements.some(
        ({ note, appliesTo, optional, from, legalBasis, evidence }) =>
          optional || from.length > 0 || [note, appliesTo, legalBasis, evidence].some((part) => part !== undefined),
      ),
  };
}

function hasMore({ superseded, conflicting, history }: FigureNotes): boolean {
  return superseded !== undefined || conflicting.length + history.length > 0;
}

function saysMore({ label, validFrom, payAt, legalBasis, note }: FeeView): boolean {
  return [label, validFrom, payAt, legalBasis, note].some((part) => part !== undefined);
}

function timeSaysMore({ appliesTo, clockStarts, pauses, note }: TimeView): boolean {
  return [appliesTo, clockStarts, pauses, note].some((part) => part !== undefined);
}
