import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Register } from '../../register/register.ts';
import { urls } from '../urls.ts';

/** The page of a service with what people said of it. */
export interface UsefulPage {
  agencyName: string;
  name: Text;
  href: string;
  yes: number;
  no: number;
}

/** Names the pages that people judged, and leads to them. What is published no longer is left out. */
export function usefulPages(
  judged: readonly { agency: string; service: string; yes: number; no: number }[],
  register: Register,
  language: Language,
): UsefulPage[] {
  return judged.flatMap(({ agency: id, service: serviceId, yes, no }): UsefulPage[] => {
    const agency = register.agencies.get(id);
    const service = agency?.services.find((candidate) => candidate.id === serviceId);
    if (!agency || !service) return [];
    return [
      {
        agencyName: agency.data.name,
        name: register.in(language).service(service).name,
        href: urls.service(language, agency, serviceId),
        yes,
        no,
      },
    ];
  });
}
