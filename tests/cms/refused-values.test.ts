import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';
import { deskContext, FEE, problemsOf, send, TIME } from './small-form-client.ts';

let portal: Portal;
beforeEach(() => {
  portal = makePortal();
});
afterEach(() => portal.remove());

test.each([
  [FEE, { amount: '0' }, { amount: /free of charge/i }],
  [TIME, { max: '0', unit: 'hours' }, { max: /0 minutes.*0 days/ }],
  [TIME, { max: '99999999', unit: 'hours' }, { max: /100 years/ }],
  [TIME, { max: '101', unit: 'years' }, { max: /100 years/ }],
  [FEE, { amount: '9,999,999,999,999' }, { amount: /at most 1,000,000,000,000/ }],
  [FEE, { currency: 'Naira' }, { currency: /NGN/ }],
])('%o is no value: %o', async (address, written, expected) => {
  const problems = problemsOf((await send(await deskContext(portal, 'amina@inec.example'), address, written)).refusal);
  for (const [field, words] of Object.entries(expected)) expect(problems[field]).toMatch(words);
});

test('a refusal says what may be chosen in the words of the form, in its language, and nothing as a schema says it', async () => {
  const amina = await deskContext(portal, 'amina@inec.example');
  const added = { 'evidence.choice': 'new', 'newSource.title': 'Gazette 7', 'newSource.kind': '' };
  const { refusal } = await send(amina, FEE, { ...added, amount: '2,000' });
  const kind = problemsOf(refusal)['newSource.kind'] ?? '';
  expect(kind).toMatch(/^Choose one: .*official document/i);
  const swahili = problemsOf((await send(amina, FEE, { ...added, amount: '2,000' }, 'sw')).refusal, 'sw')[
    'newSource.kind'
  ];
  expect(swahili).toMatch(/^Chagua moja: /);
  expect(`${kind} ${swahili}`).not.toMatch(/official-document|Invalid|Expected|undefined/);
});

test('a text that is taken away takes its translations along', async () => {
  portal.write(
    SERVICE,
    `${portal.read(SERVICE)}translations:\n  - { language: sw, field: fees.0.label, text: Maombi, of: "${fingerprint('Application')}" }\n`,
  );
  portal.git('-c', 'user.name=T', '-c', 'user.email=t@x.example', 'commit', '-qam', 'Translate');
  expect((await send(await deskContext(portal, 'amina@inec.example'), FEE, { label: '' })).refusal).toBeUndefined();
  expect(portal.read(SERVICE)).not.toMatch(/Application|Maombi/);
});
