import { fingerprint } from '../../src/lib/fingerprint.ts';
import { dated, evidence, type Fields, type Setup } from './quality-fixture.ts';
import type { RuleId } from '../../src/quality/rule-texts.ts';

interface RuleCase {
  fails: Setup;
  /** Where the gap is told. */
  field: string;
  passes: Setup;
  /** A charter to which the rule does not apply, where there is one. */
  spares?: Setup;
}

const statement = { text: 'Some words.', evidence };
const list = { items: ['Some words.'], evidence };
const charter = (fields: Fields): Setup => ({ charter: fields });
const service = (fields: Fields): Setup => ({ services: [fields] });
const fee = (fields: Fields): Fields => ({ kind: 'fixed', amount: 500, currency: 'KES', evidence, ...fields });
const time = (fields: Fields): Fields => ({ kind: 'fixed', max: 2, unit: 'days', evidence, ...fields });
const desk = (fields: Fields = {}): Fields => ({
  id: 'desk',
  roles: ['complaint'],
  title: 'Complaint desk',
  evidence,
  ...fields,
});
const standard = (fields: Fields): Fields => ({
  metric: 'Callers are answered',
  target: 'within 3 rings',
  evidence,
  ...fields,
});
const translation = (of: string): Fields => ({ language: 'sw', field: 'name', text: 'Bodi ya Maji', of });
const philippines = {
  code: 'PH',
  classLimits: {
    law: 'A law on red tape',
    simple: { max: 3, unit: 'working-days' },
    complex: { max: 7, unit: 'working-days' },
    evidence: { sources: ['s1'], verification: 'law' },
  },
};

/** For every rule a charter that fails it and one that passes. */
export const ruleCases: Record<RuleId, RuleCase> = {
  standards: {
    fails: charter({ standards: [standard({ target: undefined })] }),
    field: 'standards',
    passes: charter({ standards: [standard({})] }),
  },
  'who-may-apply': { fails: {}, field: 'eligibility', passes: service({ eligibility: ['Everybody'] }) },
  output: { fails: {}, field: 'output', passes: service({ output: 'A connection' }) },
  requirements: { fails: {}, field: 'requirements', passes: service({ requirementsNote: 'Nothing is needed.' }) },
  rights: { fails: {}, field: 'customerRights', passes: charter({ customerRights: list }) },
  'fees-stated': { fails: {}, field: 'fees', passes: service({ fees: [{ kind: 'free', evidence }] }) },
  'fee-currency': {
    fails: service({ steps: [{ client: 'Pay', fee: 500 }] }),
    field: 'steps.0.currency',
    passes: service({ steps: [{ client: 'Pay', fee: 500, currency: 'KES' }] }),
    spares: service({ fees: [{ kind: 'free', evidence }] }),
  },
  'fee-basis': {
    fails: service({ fees: [fee({})] }),
    field: 'fees.0.legalBasis',
    passes: service({ fees: [fee({ legalBasis: 'Water Tariff 2024' })] }),
  },
  'fee-sum': {
    fails: service({
      fees: [fee({})],
      steps: [
        { client: 'Apply', fee: 200 },
        { client: 'Collect', fee: 200 },
      ],
    }),
    field: 'steps',
    passes: service({
      fees: [fee({})],
      steps: [
        { client: 'Apply', fee: 200 },
        { client: 'Collect', fee: 300 },
      ],
    }),
    spares: service({
      fees: [fee({ label: 'Town' }), fee({ label: 'Village' })],
      steps: [{ client: 'Apply', fee: 200 }],
    }),
  },
  'no-extra-payment': { fails: {}, field: 'noExtraPayment', passes: charter({ noExtraPayment: statement }) },
  'time-stated': { fails: {}, field: 'processingTimes', passes: service({ processingTimes: [time({})] }) },
  'clock-start': {
    fails: service({ processingTimes: [time({})] }),
    field: 'processingTimes.0.clockStarts',
    passes: service({ processingTimes: [time({ clockStarts: 'when the application is complete' })] }),
  },
  letters: {
    fails: charter({ standards: [standard({})] }),
    field: 'standards',
    passes: charter({ standards: [standard({ channel: 'Letters' })] }),
  },
  'steps-total': {
    fails: service({
      processingTimes: [time({})],
      steps: [{ client: 'Wait', duration: { max: 3, unit: 'working-days' } }],
    }),
    field: 'processingTimes.0.max',
    passes: service({
      processingTimes: [time({})],
      steps: [
        { client: 'Wait', duration: { max: 1, unit: 'working-days' } },
        { client: 'Sign', duration: { max: 8, unit: 'hours' } },
      ],
    }),
    spares: service({ processingTimes: [time({})], steps: [{ client: 'Wait' }] }),
  },
  'class-stated': {
    fails: { country: philippines },
    field: 'class',
    passes: { country: philippines, services: [{ class: 'simple' }] },
    spares: {},
  },
  'class-limit': {
    fails: {
      country: philippines,
      services: [{ class: 'simple', processingTimes: [time({ max: 4, unit: 'working-days' })] }],
    },
    field: 'processingTimes.0.max',
    passes: {
      country: philippines,
      services: [{ class: 'complex', processingTimes: [time({ max: 7, unit: 'working-days' })] }],
    },
    spares: service({ class: 'simple', processingTimes: [time({ max: 4, unit: 'working-days' })] }),
  },
  'survey-published': {
    fails: {},
    field: 'surveys',
    passes: charter({
      surveys: [{ title: 'Survey of 2025', evidence: { sources: ['s1'], verification: 'official' } }],
    }),
  },
  'complaint-official': {
    fails: charter({ contacts: [desk({ roles: ['general'] })] }),
    field: 'contacts',
    passes: charter({ contacts: [desk()] }),
  },
  'complaint-reachable': {
    fails: charter({ contacts: [desk()] }),
    field: 'contacts.0',
    passes: charter({ contacts: [desk({ emails: ['desk@water.example'] })] }),
  },
  'complaint-answer-time': {
    fails: charter({ contacts: [desk()] }),
    field: 'redress',
    passes: charter({ contacts: [desk({ responseTarget: 'within 5 days' })] }),
  },
  'next-rung': {
    fails: {},
    field: 'redress',
    passes: { country: { oversightLadder: [{ agency: 'ombudsman', matter: 'Bad administration' }] } },
  },
  remedy: { fails: {}, field: 'remedy', passes: service({ remedy: statement }) },
  'contacts-checked': {
    fails: charter({ contacts: [desk({ lastCheckedOn: '2024-01-01', checkStatus: 'confirmed' })] }),
    field: 'contacts.0.lastCheckedOn',
    passes: charter({ contacts: [desk({ lastCheckedOn: '2026-01-01', checkStatus: 'confirmed' })] }),
  },
  where: { fails: {}, field: 'channels', passes: service({ channels: [{ kind: 'in-person', label: 'Counter 1' }] }) },
  offices: {
    fails: charter({ offices: [{ name: 'Head office', evidence }] }),
    field: 'offices',
    passes: charter({ offices: [{ name: 'Head office', address: '1 River Road', evidence }] }),
  },
  'edition-date': { fails: {}, field: 'approvedOn', passes: charter({ effectiveFrom: '2025' }) },
  review: {
    fails: charter({ nextReviewDue: '2026-06-14' }),
    field: 'nextReviewDue',
    passes: charter({ nextReviewDue: '2026-06-15' }),
  },
  responsible: { fails: {}, field: 'responsible', passes: service({ responsible: 'Customer desk' }) },
  'requirement-source': {
    fails: service({ requirements: [{ what: 'Identity card' }] }),
    field: 'requirements.0.fromAgency',
    passes: service({ requirements: [{ what: 'Identity card', fromUrl: 'https://id.example' }] }),
  },
  steps: { fails: {}, field: 'steps', passes: service({ steps: [{ client: 'Apply' }] }) },
  'information-desk': { fails: {}, field: 'information', passes: charter({ contacts: [desk({ roles: ['foi'] })] }) },
  'legal-basis': { fails: {}, field: 'legalBasis', passes: charter({ legalBasis: [{ text: 'Water Act', evidence }] }) },
  identity: {
    fails: charter({ mandate: statement, mission: statement, pledge: statement }),
    field: 'vision',
    passes: charter({ mandate: statement, vision: statement, mission: statement, pledge: statement }),
  },
  obligations: { fails: {}, field: 'customerObligations', passes: charter({ customerObligations: list }) },
  sourced: {
    fails: service({ output: 'A tap', fees: [fee({ evidence: { ...evidence, sources: ['s9'] } })] }),
    field: 'fees.0',
    passes: service({ fees: [fee({})] }),
  },
  'official-source': {
    fails: service({ fees: [fee({ evidence: { ...evidence, verification: 'press' } })] }),
    field: 'fees.0',
    passes: {},
  },
  dated: { fails: {}, field: '', passes: { charter: { evidence: dated }, services: [] } },
  fresh: {
    fails: charter({ evidence: { ...evidence, asOf: '2023-05' } }),
    field: '',
    passes: charter({ evidence: { ...evidence, asOf: '2023-06' } }),
    spares: {},
  },
  conflicts: {
    fails: service({ fees: [fee({ conflicting: [{ says: '700', evidence }] })] }),
    field: 'fees.0.conflicting',
    passes: service({ fees: [fee({ history: [{ says: '700' }] })] }),
  },
  references: {
    fails: charter({ parentAgency: 'nobody' }),
    field: 'parentAgency',
    passes: charter({ parentAgency: 'ombudsman' }),
  },
  translated: {
    fails: { country: { languages: ['en', 'sw'] }, services: [] },
    field: 'translations',
    passes: {
      country: { languages: ['en', 'sw'] },
      charter: { translations: [translation(fingerprint('Water Board'))] },
      services: [],
    },
    spares: {},
  },
  'translation-stale': {
    fails: charter({ translations: [translation(fingerprint('Water Bureau'))] }),
    field: 'translations.0.text',
    passes: charter({ translations: [translation(fingerprint('Water Board'))] }),
    spares: {},
  },
};
