import { eachService, once, told, type Rule } from '../rule.ts';

/** Provisions 1 and 2: service designed around customers, and entitlements set out in plain words. */
export const serviceRules: Rule[] = [
  {
    id: 'standards',
    provision: 'service',
    weight: 2,
    severity: 'gap',
    check: once(({ agency }) =>
      told(
        agency.data.standards.some((standard) => standard.target !== undefined),
        'standards',
      ),
    ),
  },
  {
    id: 'who-may-apply',
    provision: 'service',
    weight: 1,
    severity: 'gap',
    check: eachService((service) => told(service.eligibility.length > 0 || service.audience.length > 0, 'eligibility')),
  },
  {
    id: 'output',
    provision: 'entitlements',
    weight: 2,
    severity: 'gap',
    check: eachService((service) => told(service.output !== undefined, 'output')),
  },
  {
    id: 'requirements',
    provision: 'entitlements',
    weight: 3,
    severity: 'gap',
    check: eachService((service) =>
      told(service.requirements.length > 0 || service.requirementsNote !== undefined, 'requirements'),
    ),
  },
  {
    id: 'rights',
    provision: 'entitlements',
    weight: 2,
    severity: 'gap',
    check: once(({ agency }) => told(agency.data.customerRights !== undefined, 'customerRights')),
  },
];
