import type { Language } from '../../lib/locales.ts';
import { acronymBeside } from '../../register/names.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { AgencyType } from '../../schemas/charter.ts';
import { isGivenHere } from '../../schemas/service.ts';
import type { Text } from '../../register/localise.ts';
import { urls } from '../urls.ts';
import { countryName } from './jurisdiction.ts';

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
  /** Nobody has described it yet. */
  stub: boolean;
  /** Set on the first agency of each letter. */
  anchor?: string;
}

/** Agencies by name in a language, with an anchor at the first of each letter. */
export function agencyRows(
  register: Register,
  language: Language,
  agencies: Iterable<Agency> = register.agencies.values(),
): AgencyRow[] {
  const rows = [...agencies].map((agency): AgencyRow => {
    const { name, acronym, summary, jurisdiction, type, completeness } = register.in(language).charter(agency);
    return {
      id: agency.id,
      href: urls.charter(language, agency),
      name,
      acronym: acronymBeside(name.text, acronym),
      summary,
      country: jurisdiction,
      countryName: register.jurisdictions.has(jurisdiction)
        ? countryName(register, jurisdiction, { language }).text
        : '',
      type,
      services: agency.services.filter(isGivenHere).length,
      stub: completeness === 'stub',
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

/** The letter under which a row stands, without its diacritics. */
export function letterOf(row: AgencyRow): string {
  return (row.name.text.normalize('NFD')[0] ?? '').toLowerCase();
}
