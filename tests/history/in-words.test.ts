import { expect, test } from 'vitest';
import { describeChange } from '../../src/history/in-words/describe-change.ts';
import { plainText } from '../../src/history/sentences.ts';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { tinyRegister } from '../register/tiny-register.ts';
import { charter, days, fee, service } from './content-repo.ts';

type Fields = Record<string, unknown>;

const sources = [
  { id: 's1', title: 'Fees page of the Passport Office', kind: 'official' },
  { id: 's2', title: 'Gazette No. 7', kind: 'law' },
];
const register = tinyRegister(
  ['charters', 'content/charters/po.mdx', charter({ acronym: 'PO', sources })],
  ['services', 'content/services/po/passport.yaml', service()],
);
const PATH = 'content/services/po/passport.yaml';

function told(before: string | undefined, after: string | undefined, path = PATH, language = 'en') {
  const { subject, lines } = describeChange([{ path, before, after }], language, register);
  return { subject, lines: lines.map(plainText) };
}
const serviceChange = (before: Fields, after: Fields, language = 'en') =>
  told(service(before), service(after), PATH, language);

test('a changed fee is told with service, both amounts, the day from which it holds, and its source by name', () => {
  const now = fee(1000, {
    label: 'Replacement card',
    validFrom: '2027-01-01',
    evidence: { sources: ['s1', 's2'], asOf: '2026-11', verification: 'official' },
  });
  expect(serviceChange({ fees: [fee(500, { label: 'Replacement card' })] }, { fees: [now] })).toEqual({
    subject: 'PO, Passport: fee (Replacement card) ₦500 → ₦1,000',
    lines: [
      'Fee (Replacement card) ₦500 → ₦1,000, from 1 January 2027; source: Fees page of the Passport Office and Gazette No. 7, as of November 2026',
    ],
  });
});

test('a source that comes with a fee in the charter is named, and the change is about the service', () => {
  const added = { id: 's9', title: 'Circular 9', kind: 'official' };
  const evidence = { sources: ['s9'], verification: 'official' };
  const files = [
    {
      path: 'content/charters/po.mdx',
      before: charter({ acronym: 'PO', sources }),
      after: charter({ acronym: 'PO', sources: [...sources, added] }),
    },
    { path: PATH, before: service({ fees: [fee(500)] }), after: service({ fees: [fee(1000, { evidence })] }) },
  ];
  const { subject, lines } = describeChange(files, 'en', register);
  expect(subject).toBe('PO, Passport: fee ₦500 → ₦1,000, and 1 more');
  expect(lines.map(plainText)).toEqual(['Fee ₦500 → ₦1,000; source: Circular 9', 'Changed: Sources']);
});

test('a figure seen again, or from a new source, is told as the same figure', () => {
  const evidence = { sources: ['s1'], asOf: '2026-12-01', verification: 'official' };
  expect(serviceChange({ fees: [fee(500)] }, { fees: [fee(500, { evidence })] }).lines).toEqual([
    'Fee still ₦500; its details changed; source: Fees page of the Passport Office, as of 1 December 2026',
  ]);
  expect(serviceChange({}, { processingTimes: [days(3, { note: 'As posted.' })] }).lines).toEqual([
    'Time still 3 days; its details changed; source: Fees page of the Passport Office',
  ]);
});

test('what has no sentence of its own is told by the label of its field, a short value with what it was', () => {
  expect(
    serviceChange(
      { summary: 'One thing.', popularNames: ['passi'], requirements: [{ what: 'Photo' }] },
      {
        summary: 'Another thing.',
        popularNames: ['pass'],
        requirements: [{ what: 'Photo' }, { what: 'Old passport' }],
      },
    ).lines,
  ).toEqual([
    'Now also to bring: Old passport',
    'In one sentence: One thing. → Another thing.',
    'Changed: Popular names and search words',
  ]);
  expect(serviceChange({}, { order: 20 }).subject).toBe('PO, Passport: order in the charter: 100 → 20');
});

test('contacts are told by their names and what of them changed, never by their details', () => {
  const contact = (email: string) => ({ id: 'desk', roles: ['general'], title: 'Help desk', emails: [email] });
  const evidence = { sources: ['s1'], verification: 'official' };
  const { subject, lines } = told(
    charter({ contacts: [{ ...contact('old@po.example'), evidence }], sources }),
    charter({ contacts: [{ ...contact('new@po.example'), evidence }], sources }),
    'content/charters/po.mdx',
  );
  expect(lines).toEqual(['Contact “Help desk” changed: e-mail']);
  expect(subject).toBe('PO: contact “Help desk” changed: e-mail');
});

test('translations are told by language and count', () => {
  const translation = (field: string, text: string, of: string) => ({
    language: 'sw',
    field,
    text,
    of: fingerprint(of),
  });
  const after = [translation('name', 'Pasipoti', 'Passport'), translation('requirements.0.what', 'Cheti', 'x')];
  expect(serviceChange({ translations: [after[1]] }, { translations: after }).lines).toEqual([
    'Translations into Kiswahili: 1 new',
  ]);
  expect(serviceChange({ translations: after }, { translations: [{ ...after[0], text: 'Pasi' }] }).lines).toEqual([
    'Translations into Kiswahili: 1 renewed, 1 removed',
  ]);
});

test('a new and a removed entry, a notice and an upload are told by name', () => {
  expect(told(undefined, service()).subject).toBe('PO, Passport: new');
  expect(told(service(), undefined).subject).toBe('PO, Passport: removed');
  const notice = (text: string) => `title: Closed on Friday\ntext: ${text}\nagency: po\npublishedOn: "2026-11-02"\n`;
  expect(told(notice('a'), notice('b'), 'content/notices/po-closed.yaml')).toEqual({
    subject: 'PO, Closed on Friday: text: a → b',
    lines: ['Text: a → b'],
  });
  expect(describeChange([{ path: 'content/media/po/map.png', after: '' }], 'en', register).subject).toBe(
    'PO: upload map.png',
  );
});

test('a subject has at most 72 characters, and in no case half an amount', () => {
  const long = 'Authorisation of a very long name that nobody can say in one breath';
  const { subject } = serviceChange(
    { name: long, fees: [fee(1_000_000, { label: 'First application by post' })] },
    { name: long, fees: [fee(2_000_000, { label: 'First application by post' })], order: 7 },
  );
  expect(subject).toBe('PO, Authorisation of a very …: fee ₦1,000,000 → ₦2,000,000, and 1 more');
  expect([...subject].length).toBeLessThanOrEqual(72);
});

test('in Kiswahili the portal’s words are Kiswahili; what is not says so', () => {
  const fees = { before: { fees: [fee(500)] }, after: { fees: [fee(1000, { validFrom: '2027-01-01' })], order: 20 } };
  const { lines } = describeChange(
    [{ path: PATH, before: service(fees.before), after: service(fees.after) }],
    'sw',
    register,
  );
  expect(lines.map(plainText)[0]).toBe(
    'Ada ₦500 → ₦1,000, kuanzia 1 Januari 2027; chanzo: Fees page of the Passport Office',
  );
  expect(lines[0]).toContainEqual({ text: 'Fees page of the Passport Office', lang: 'en' });
  expect(lines[1]).toContain('Nafasi katika mkataba');
});
