import type { Language } from '../../lib/locales.ts';
import { acronymBeside } from '../../register/names.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { AgencyType } from '../../schemas/charter.ts';
import { translator, type Text } from '../../register/localise.ts';
import { urls } from '../urls.ts';

export interface AgencyRow {
  id: string;
  href: string;
  name: Text;
  /** Only where the name does not hold it. */
  acronym?: string;
  summary: Text;
  country: string;
  countryName: string;
  type: AgencyType;
  services: number;
  /** Set on the first agency of each letter. */
  anchor?: string;
}

/** Gives agencies by name in a language, with an anchor at the first of each letter. */
export function agencyRows(
  register: Register,
  language: Language,
  agencies: Iterable<Agency> = register.agencies.values(),
): AgencyRow[] {
  const rows = [...agencies].map((agency): AgencyRow => {
    const t = translator(agency.data, language);
    const name = t(agency.data.name, 'name');
    const beside = acronymBeside(name.text, agency.data.acronym);
    const jurisdiction = register.jurisdictions.get(agency.data.jurisdiction);
    return {
      id: agency.id,
      href: urls.charter(language, agency),
      name,
      ...(beside ? { acronym: beside } : {}),
      summary: t(agency.data.summary, 'summary'),
      country: agency.data.jurisdiction,
      countryName: jurisdiction ? translator(jurisdiction.data, language)(jurisdiction.data.name, 'name').text : '',
      type: agency.data.type,
      services: agency.services.length,
    };
  });
  rows.sort((a, b) => a.name.text.localeCompare(b.name.text, language));
  const seen = new Set<string>();
  for (const row of rows) {
    const letter = letterOf(row);
    if (!seen.has(letter)) row.anchor = `letter-${letter}`;
    seen.add(letter);
  }
  return rows;
}

/** Gives the letter under which a row stands, without its diacritics. */
export function letterOf(row: AgencyRow): string {
  return (row.name.text.normalize('NFD')[0] ?? '').toLowerCase();
}
