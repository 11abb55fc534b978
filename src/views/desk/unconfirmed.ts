import type { Agency } from '../../register/register.ts';
import { monthsUnconfirmed } from '../../register/evidence-age.ts';
import type { Evidence } from '../../schemas/provenance.ts';
import { isGivenHere } from '../../schemas/service.ts';

/** A figure is to be looked at once a year. */
export const LOOK_AFTER_MONTHS = 12;

/** A figure of which nobody said within a year that it still holds. */
export interface UnconfirmedFigure {
  /** Absent for those of the charter itself. */
  serviceId?: string;
  /** Its path in the entry; empty for what the evidence of a whole service stands for: what to bring, how it goes. */
  at: string;
  /** Months since it was last known to hold; undefined where nobody dated it. */
  months: number | undefined;
}

/**
 * The figures of a body that are older than a year or undated, the oldest first, undated ones before them. What is not
 * stated has no age, and what was replaced holds no more: both are to be mended and not confirmed.
 */
export function unconfirmedFigures(agency: Agency, today: Date): UnconfirmedFigure[] {
  const { standards, informationRequests, noExtraPayment } = agency.data;
  const found: Part[] = [
    ...listed('standards', standards),
    ...(informationRequests ? [{ at: 'informationRequests', evidence: informationRequests.evidence }] : []),
    ...(noExtraPayment ? [{ at: 'noExtraPayment', evidence: noExtraPayment.evidence }] : []),
    ...agency.services
      .filter((service) => isGivenHere(service) && service.data.status !== 'discontinued')
      .flatMap(({ id, data }) =>
        [
          ...listed('fees', data.fees),
          ...listed('processingTimes', data.processingTimes),
          ...listed('deadlines', data.deadlines),
          ...(data.requirements.length > 0 ? [{ at: '', evidence: data.evidence }] : []),
        ].map((part) => ({ ...part, serviceId: id })),
      ),
  ];
  return found
    .filter(({ kind, superseded }) => kind !== 'not-stated' && superseded === undefined)
    .map(({ serviceId, at, evidence }) => ({
      ...(serviceId === undefined ? {} : { serviceId }),
      at,
      months: monthsUnconfirmed(evidence, today),
    }))
    .filter(({ months }) => months === undefined || months > LOOK_AFTER_MONTHS)
    .sort((a, b) => (b.months ?? UNDATED) - (a.months ?? UNDATED));
}

/** What nobody dated may be of any age. */
const UNDATED = 10_000;

interface Part {
  serviceId?: string;
  at: string;
  evidence: Evidence;
  kind?: string;
  superseded?: object | undefined;
}

function listed(field: string, parts: Omit<Part, 'at'>[]): Part[] {
  return parts.map(({ evidence, kind, superseded }, index) => ({
    at: `${field}.${index}`,
    evidence,
    ...(kind === undefined ? {} : { kind }),
    superseded,
  }));
}
