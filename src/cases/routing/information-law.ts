import type { Register, RegisterEntry } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';

/**
 * The id of the country whose information law a request to an agency rests on; undefined for other kinds, and
 * where no law is described.
 */
export function lawOf(register: Register, kind: CaseKind, agencyId: string): string | undefined {
  return countryOf(register, kind, agencyId)?.id;
}

/** That law itself. */
export function lawFor(register: Register, kind: CaseKind, agencyId: string): InformationLaw | undefined {
  return countryOf(register, kind, agencyId)?.data.informationLaw;
}

/** The country whose information law a request to an agency rests on. */
export function countryOf(
  register: Register,
  kind: CaseKind,
  agencyId: string,
): RegisterEntry<'jurisdictions'> | undefined {
  if (kind !== 'information-request') return undefined;
  const country = register.jurisdictions.get(register.agencies.get(agencyId)?.data.jurisdiction ?? '');
  return country?.data.informationLaw ? country : undefined;
}
