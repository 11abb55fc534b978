import type { FeedbackRecord } from './feedback.ts';

/** How many found the page of a service useful, and how many did not. */
export interface Usefulness {
  agency: string;
  service: string;
  yes: number;
  no: number;
}

/** Of fewer answers nobody can tell anything. */
const ANSWERS_MIN = 5;

/** The pages of services that enough people judged, those that helped least often first. */
export function usefulness(records: readonly FeedbackRecord[]): Usefulness[] {
  const pages = new Map<string, Usefulness>();
  for (const { agency, service, verdict } of records) {
    if (service === undefined) continue;
    const page = pages.get(`${agency}/${service}`) ?? { agency, service, yes: 0, no: 0 };
    page[verdict]++;
    pages.set(`${agency}/${service}`, page);
  }
  return [...pages.values()]
    .filter(({ yes, no }) => yes + no >= ANSWERS_MIN)
    .sort((a, b) => share(a) - share(b) || b.no - a.no || (a.agency + a.service < b.agency + b.service ? -1 : 1));
}

function share({ yes, no }: Usefulness): number {
  return yes / (yes + no);
}
