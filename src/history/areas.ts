import type { Charter } from '../schemas/charter.ts';
import type { Service } from '../schemas/service.ts';

/*
 * Where a text change is told to have happened. Every field of a charter or service belongs to an area, or to null
 * where a citizen sees nothing of it; a new field of a schema does not compile until it is sorted here.
 */

export type CharterArea =
  | 'names'
  | 'about'
  | 'identity'
  | 'standards'
  | 'rights'
  | 'legal-basis'
  | 'edition'
  | 'people'
  | 'contacts'
  | 'offices'
  | 'redress'
  | 'information'
  | 'unknowns'
  | 'sources'
  | 'translations'
  | 'text';

export type ServiceArea =
  | 'about'
  | 'audience'
  | 'result'
  | 'requirements'
  | 'fees'
  | 'times'
  | 'deadlines'
  | 'where'
  | 'steps'
  | 'remedy'
  | 'redress'
  | 'notes'
  | 'sources'
  | 'translations';

export const charterAreas: Record<keyof Charter, CharterArea | null> = {
  name: 'names',
  acronym: 'names',
  aliases: 'names',
  popularNames: null,
  language: null,
  type: 'about',
  jurisdiction: 'about',
  local: 'about',
  parent: 'about',
  completeness: 'about',
  parentAgency: 'about',
  status: 'about',
  successors: 'about',
  website: 'about',
  portals: 'about',
  summary: 'about',
  notHandled: 'about',
  evidence: 'sources',
  legalBasis: 'legal-basis',
  mandate: 'identity',
  pledge: 'identity',
  vision: 'identity',
  mission: 'identity',
  coreValues: 'identity',
  coreFunctions: 'identity',
  customerGroups: 'identity',
  standards: 'standards',
  customerRights: 'rights',
  customerObligations: 'rights',
  noExtraPayment: 'rights',
  edition: 'edition',
  scope: 'edition',
  approvedOn: 'edition',
  approvedBy: 'edition',
  effectiveFrom: 'edition',
  nextReviewDue: 'edition',
  units: 'people',
  officers: 'people',
  contacts: 'contacts',
  offices: 'offices',
  socialAccounts: 'offices',
  redress: 'redress',
  information: 'information',
  informationRequests: 'information',
  published: 'information',
  surveys: 'standards',
  unknowns: 'unknowns',
  sources: 'sources',
  translations: 'translations',
};

export const serviceAreas: Record<keyof Service, ServiceArea | null> = {
  name: 'about',
  summary: 'about',
  popularNames: null,
  status: 'about',
  statusNote: 'about',
  replacedBy: 'about',
  order: null,
  door: null,
  audience: 'audience',
  eligibility: 'audience',
  exclusions: 'audience',
  class: 'about',
  output: 'result',
  validity: 'result',
  responsible: 'about',
  requirements: 'requirements',
  requirementsNote: 'requirements',
  fees: 'fees',
  processingTimes: 'times',
  deadlines: 'deadlines',
  channels: 'where',
  startUrl: 'where',
  forms: 'where',
  steps: 'steps',
  silence: 'remedy',
  remedy: 'remedy',
  redress: 'redress',
  notes: 'notes',
  topics: null,
  evidence: 'sources',
  translations: 'translations',
};
