import type { Language } from '../../lib/locales.ts';
import type { Remember } from '../../lib/remember.ts';
import type { Text } from '../../register/localise.ts';
import type { Register } from '../../register/register.ts';
import { urls } from '../urls.ts';
import type { AgencyRow } from './lists.ts';
import { partsOf, topicRows, topicsOfServices } from './topics.ts';

/** A matter of life with the bodies of a country that serve it. */
export interface MatterView {
  id: string;
  name: Text;
  /** Its services in that country, with cost and time. */
  href: string;
  services: number;
  rows: AgencyRow[];
}

/**
 * The matters that are part of no other, in the order of the editors, with the bodies that have a service of each or of a
 * part of it. `rows` are the bodies of one country, in the order in which they are to stand; matters that none of them
 * serves are left out.
 */
export function mattersOf(
  register: Register,
  countryId: string,
  rows: AgencyRow[],
  { language, remember }: { language: Language; remember: Remember },
): MatterView[] {
  const served = rows.map((row) => {
    const agency = register.agencies.get(row.id);
    return { row, topics: agency ? topicsOfServices(agency, remember) : [] };
  });
  return topicRows(register, { language }, { top: true }).flatMap(({ id, name }) => {
    const ids = new Set([id, ...partsOf(register, id)]);
    const serving = served
      .map(({ row, topics }) => ({
        row,
        services: topics.filter((own) => own.some((topic) => ids.has(topic))).length,
      }))
      .filter(({ services }) => services > 0);
    if (serving.length === 0) return [];
    return [
      {
        id,
        name,
        href: `${urls.topic(language, id)}#${countryId}`,
        services: serving.reduce((sum, { services }) => sum + services, 0),
        rows: serving.map(({ row }) => row),
      },
    ];
  });
}
