import { eachService, once, outcomeOf, told, type Rule } from '../rule.ts';

/**
 * Provisions 6 and 7, display in public places and published surveys, and what the union model asks of the charter as a
 * document.
 */
export const charterRules: Rule[] = [
  {
    id: 'where',
    provision: 'display',
    weight: 2,
    severity: 'gap',
    check: eachService((service) => told(service.channels.length > 0 || service.startUrl !== undefined, 'channels')),
  },
  {
    id: 'offices',
    provision: 'display',
    weight: 1,
    severity: 'gap',
    check: once(({ agency }) =>
      told(
        agency.data.offices.some((office) => office.address !== undefined),
        'offices',
      ),
    ),
  },
  {
    id: 'survey-published',
    provision: 'surveys',
    weight: 1,
    severity: 'gap',
    check: once(({ agency }) => told(agency.data.surveys.length > 0, 'surveys')),
  },
  {
    id: 'edition-date',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: once(({ agency }) =>
      told(agency.data.approvedOn !== undefined || agency.data.effectiveFrom !== undefined, 'approvedOn'),
    ),
  },
  {
    id: 'review',
    provision: 'union',
    weight: 2,
    severity: 'gap',
    check: once(({ agency, today }) => {
      const due = agency.data.nextReviewDue;
      if (due === undefined) return { field: 'nextReviewDue' };
      return due >= today.toISOString().slice(0, 10) ? 'passed' : { field: 'nextReviewDue', values: { date: due } };
    }),
  },
  {
    id: 'responsible',
    provision: 'union',
    weight: 2,
    severity: 'gap',
    check: eachService((service) => told(service.responsible !== undefined, 'responsible')),
  },
  {
    id: 'requirement-source',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: eachService((service) => {
      if (service.requirements.length === 0) return service.requirementsNote === undefined ? 'waits' : 'passed';
      return told(
        service.requirements.some((item) => item.fromAgency ?? item.fromService ?? item.fromUrl),
        'requirements.0.fromAgency',
      );
    }),
  },
  {
    id: 'steps',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: eachService((service) => told(service.steps.length > 0, 'steps')),
  },
  {
    id: 'information-desk',
    provision: 'union',
    weight: 2,
    severity: 'gap',
    check: once(({ agency }) =>
      told(
        agency.data.contacts.some((contact) => contact.roles.includes('foi')) || agency.data.information !== undefined,
        'information',
      ),
    ),
  },
  {
    id: 'legal-basis',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: once(({ agency }) => told(agency.data.legalBasis.length > 0, 'legalBasis')),
  },
  {
    id: 'identity',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: ({ agency: { data } }) =>
      outcomeOf([
        told(data.mandate !== undefined || data.coreFunctions !== undefined, 'mandate'),
        told(data.vision !== undefined, 'vision'),
        told(data.mission !== undefined, 'mission'),
        told(data.pledge !== undefined, 'pledge'),
      ]),
  },
  {
    id: 'obligations',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: once(({ agency }) => told(agency.data.customerObligations !== undefined, 'customerObligations')),
  },
];
