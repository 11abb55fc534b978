import type { Language } from '../../src/lib/locales.ts';
import type { Agency, Register } from '../../src/register/register.ts';
import { serviceView, type ServiceView } from '../../src/site/views/service.ts';
import {
  charter,
  jurisdiction,
  service,
  tinyRegister,
  type ContentFile,
  type Fields,
} from '../register/tiny-register.ts';

export const today = new Date('2026-06-15T12:00:00Z');

/** An agency of a register; fails the test when it is not there. */
export function agencyIn(register: Register, id: string): Agency {
  const agency = register.agencies.get(id);
  if (!agency) throw new Error(`The fixture has no agency "${id}".`);
  return agency;
}

/** Makes the view of one service of a made-up Water Board, as its page would show it. */
export function viewOf(
  fields: Fields,
  { language = 'en', board = {}, more = [] }: { language?: Language; board?: Fields; more?: ContentFile[] } = {},
): ServiceView {
  const register = tinyRegister(
    jurisdiction('xx'),
    charter('water', board),
    service('water', 'connection', fields),
    ...more,
  );
  const agency = agencyIn(register, 'water');
  const subject = agency.services.find((candidate) => candidate.id === 'connection');
  if (!subject) throw new Error('The fixture has no service.');
  return serviceView(register, agency, subject, { language, today, sources: agency.data.sources });
}
