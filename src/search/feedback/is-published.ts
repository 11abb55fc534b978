import type { Register } from '../../register/register.ts';

/**
 * Whether what a visitor speaks of is there: the agency, and the service where one is named. Invented addresses would use
 * up what may come in a day.
 */
export function isPublished(
  { agency, service }: { agency?: string | undefined; service?: string | undefined },
  register: Pick<Register, 'agencies'>,
): boolean {
  const found = register.agencies.get(agency ?? '');
  return found !== undefined && (!service || found.services.some(({ id }) => id === service));
}
