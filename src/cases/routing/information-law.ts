import type { Register } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';

/**
 * The id of the country whose information law a request to an agency rests on; undefined for other kinds, and
 * where no law is described.
 */
export function lawOf(register: Register, kind: CaseKind, agencyId: string): string | undefined {
  if (kind !== 'information-request') return undefined;
  const country = register.jurisdictions.get(register.agencies.get(agencyId)?.data.jurisdiction ?? '');
  return country?.data.informationLaw ? country.id : undefined;
}
