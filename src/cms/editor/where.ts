/** A collection of the editor carries its agency in its name: services-nis, charter-nis, notices-nis. */
const IN_HASH = /^#\/(?:collections|workflow\/edit)?\/?(?:services|charter|notices)-([a-z0-9-]+)/;

type Place = Pick<Location, 'hash' | 'search'>;

/** Stands in an address that asks for the choice of what to edit. */
export const CHOOSE = 'choose';

/** The language in which the desk asks the editor to speak; undefined for English. */
export function languageAsked({ search }: Pick<Place, 'search'>): string | undefined {
  return new URLSearchParams(search).get('language') ?? undefined;
}

/** Whether an address asks for the choice of what to edit. */
export function choiceAsked({ search }: Place): boolean {
  return new URLSearchParams(search).has(CHOOSE);
}

/** Whether an address asks for an entry or a list, and not only for the desk. */
export function entryAsked({ hash }: Place): boolean {
  return hash.length > '#/'.length;
}

/** The agency whose entries an address asks for: named in it, or by the collection. */
export function agencyAsked({ hash, search }: Place): string | undefined {
  return IN_HASH.exec(hash)?.[1] ?? new URLSearchParams(search).get('agency') ?? undefined;
}
