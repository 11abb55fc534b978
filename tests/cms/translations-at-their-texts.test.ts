import { expect, test } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { translationsAtTheirTexts } from '../../src/cms/entry/translations-at-their-texts.ts';
import { signIn } from './client.ts';
import { makePortal, SERVICE } from './fixture.ts';

const fee = (note: string) => ({ kind: 'free', note });
const of = (at: number, note: string, text = `Kuhusu ${note}`) => ({
  language: 'sw',
  field: `fees.${at}.note`,
  text,
  of: fingerprint(note),
});
const after = (fees: string[], translations: object[]) =>
  translationsAtTheirTexts({ fees: fees.map(fee), translations }).translations;

test.each([
  ['an item was added before', ['n', 'a', 'b'], [of(0, 'a'), of(1, 'b')], [of(1, 'a'), of(2, 'b')]],
  ['one was taken out', ['b', 'c'], [of(0, 'a'), of(1, 'b'), of(2, 'c')], [of(0, 'b'), of(1, 'c')]],
  ['two changed places', ['b', 'a'], [of(0, 'a'), of(1, 'b')], [of(1, 'a'), of(0, 'b')]],
  ['a text was written anew', ['a2', 'b'], [of(0, 'a'), of(1, 'b')], [of(0, 'a'), of(1, 'b')]],
  ['two say the same', ['n', 'a', 'a'], [of(0, 'a')], [of(0, 'a')]],
])('where %s, each translation stands at the text that it is of', (_, fees, before, expected) => {
  expect(after(fees, before)).toEqual(expected);
  // The editor goes on with what it holds, and sends it once more.
  expect(after(fees, expected)).toEqual(expected);
});

test('a fee that is added before others in the editor takes none of their translations', async () => {
  const portal = makePortal();
  const amina = await signIn(portal, 'amina@inec.example');
  const text = await amina.open(SERVICE);
  const label = { language: 'sw', field: 'fees.0.label', text: 'Ombi', of: fingerprint('Application') };
  const translated = `${text}translations:\n  - ${JSON.stringify(label)}\n`;
  await amina.save('services-inec', SERVICE, translated);
  const evidence = '{ sources: [s1], verification: official }';
  const first = `fees:\n  - { kind: free, label: First, evidence: ${evidence} }\n`;
  await amina.save('services-inec', SERVICE, translated.replace('fees:\n', first));
  const draft = portal.git('show', `cms/services-inec/party-registration:${SERVICE}`);
  expect(draft).toContain('label: First');
  expect(draft).toMatch(/field: fees\.1\.label\n\s+text: Ombi/);
  portal.remove();
});
