import { resolveLadder } from '../../register/ladder.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { urls } from '../urls.ts';
import { contactOf, type ContactView } from './contact.ts';
import type { ViewOptions } from './evidence.ts';

/** The body above an office of which no desk is published. */
export interface BodyAbove {
  name: Text;
  href: string;
  desk?: ContactView | undefined;
}

/**
 * The first other body on the redress ladder of an agency or one of its services, but for those that take reports of
 * corruption alone; undefined where the agency has a desk of its own, or nobody is named above it.
 */
export function bodyAbove(
  register: Register,
  agency: Agency,
  serviceId: string | undefined,
  options: ViewOptions,
): BodyAbove | undefined {
  if (contactOf(register, agency, ['complaint', 'general'], options)) return undefined;
  const next = resolveLadder(register, agency.id, serviceId).find(
    ({ own, rung }) => !own && rung?.role !== 'corruption',
  );
  if (!next) return undefined;
  const { language } = options;
  return {
    name: register.in(language).charter(next.agency).name,
    href: urls.charter(language, next.agency),
    desk: contactOf(register, next.agency, ['complaint', 'general'], options),
  };
}
