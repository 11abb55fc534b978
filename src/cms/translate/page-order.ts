import type { DeskKind } from '../permissions.ts';

/*
 * Schemas order fields for whoever writes an entry. Whoever translates goes along the page that a citizen reads; what is
 * not named here follows in the order of the schema.
 */
const order: Partial<Record<DeskKind, string[]>> = {
  charters: [
    'name',
    'summary',
    'notHandled',
    'noExtraPayment',
    'contacts',
    'redress',
    'offices',
    'customerRights',
    'customerObligations',
    'information',
    'informationRequests',
    'published',
    'standards',
    'mandate',
    'vision',
    'mission',
    'coreValues',
    'coreFunctions',
    'customerGroups',
    'legalBasis',
    'units',
    'officers',
    'pledge',
    'edition',
    'surveys',
    'unknowns',
    'body',
  ],
  services: [
    'name',
    'summary',
    'statusNote',
    'steps',
    'requirements',
    'requirementsNote',
    'fees',
    'processingTimes',
    'channels',
    'forms',
    'deadlines',
    'eligibility',
    'exclusions',
    'output',
    'validity',
    'responsible',
    'silence',
    'remedy',
    'redress',
    'notes',
  ],
};

/** Puts texts, by their paths, into the order in which the page of an entry shows them. */
export function inPageOrder<T extends { field: string }>(kind: DeskKind, texts: readonly T[]): T[] {
  const names = order[kind] ?? [];
  const rank = ({ field }: T): number => {
    const at = names.indexOf(field.split('.')[0] ?? '');
    return at < 0 ? names.length : at;
  };
  return [...texts].sort((a, b) => rank(a) - rank(b));
}
