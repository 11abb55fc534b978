import type { Register } from '../register/register.ts';
import type { Officer } from '../schemas/officer.ts';

/**
 * The officer with every agency that their role reaches: a desk officer those listed, a reviewer those of their
 * countries (all where none is listed), an administrator all.
 */
export function withReach(officer: Officer, register: Register): Officer {
  if (officer.role === 'desk-officer') return officer;
  const agencies = [...register.agencies.values()].filter(
    ({ data }) =>
      officer.role === 'administrator' ||
      officer.jurisdictions.length === 0 ||
      officer.jurisdictions.includes(data.jurisdiction),
  );
  return { ...officer, agencies: agencies.map(({ id }) => id) };
}
