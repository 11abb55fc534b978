import type { Service } from '../schemas/service.ts';
import type { Jurisdiction } from '../schemas/jurisdiction.ts';

/** What whoever comes to a service wants to do there. */
export type Door = Service['door'];

/** Ways from a service into the portal's own forms. Paths carry no language prefix. */
export interface ServiceDoors {
  /** The form that is this very complaint, where it is about the office itself. */
  make?: string;
  /** The form for a complaint about the service; absent where the service is itself a complaint or a report. */
  complain?: string;
  /** The protected report of bribes and misconduct, without a name. */
  report?: string;
}

/**
 * The doors of a service. A service that takes complaints or reports has no complaint about itself to offer:
 * whoever comes there has something to tell about somebody else. `path` is the path of its agency, such as /ke/kra/.
 */
export function serviceDoors(path: string, serviceId: string, door: Door): ServiceDoors {
  const country = `/${path.split('/')[1] ?? ''}/`;
  switch (door) {
    case 'apply':
      return { complain: `${path}${serviceId}/complain/` };
    case 'complaint':
    case 'report':
      return {};
    case 'own-complaint':
      return { make: `${path}complain/` };
    case 'corruption-report':
      return { report: `${country}report/` };
    case 'own-corruption-report':
      return { report: `${path}report/` };
  }
}

/**
 * Says whether an agency is there to hear about others: bribes, or complaints about any office; undefined for an
 * ordinary office.
 */
export function hearsOf(
  jurisdiction: Pick<Jurisdiction, 'antiCorruption' | 'oversightLadder'> | undefined,
  agencyId: string,
): Hears | undefined {
  if (jurisdiction?.antiCorruption.some(({ agency }) => agency === agencyId)) return 'corruption';
  return jurisdiction?.oversightLadder.some(({ agency }) => agency === agencyId) ? 'complaints' : undefined;
}
export type Hears = 'corruption' | 'complaints';
