import type { Service } from '../schemas/service.ts';

type ServiceClass = NonNullable<Service['class']>;

/** A law that sorts services into classes and sets the longest time for each, in working days. */
export interface ClassLaw {
  law: string;
  limits: Record<ServiceClass, number>;
}

/**
 * Laws by country code (ISO 3166-1). The limits of RA 11032 are those commonly given for its section 9; the wording of the
 * section was not read when they were entered, and the texts of the rule say so.
 */
const classLaws: Record<string, ClassLaw> = {
  PH: { law: 'RA 11032', limits: { simple: 3, complex: 7, 'highly-technical': 20 } },
};

/** Gives the law that sorts the services of a country, if there is one. */
export function classLawOf(countryCode: string | undefined): ClassLaw | undefined {
  return classLaws[countryCode ?? ''];
}
