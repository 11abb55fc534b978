import { expect, test } from 'vitest';
import { ladderOf, routeCase } from '../../../src/cases/routing/route-case.ts';
import { caseKind } from '../../../src/schemas/cases/case.ts';
import { languages } from '../../../src/lib/locales.ts';
import { fieldTexts } from '../../../src/schemas/cases/form-field.ts';
import { kindFields } from '../../../src/schemas/cases/kinds.ts';
import { testRegister } from '../register-fixture.ts';
import {
  accepted,
  catchMail,
  checkPage,
  complaintForm,
  openPipeline,
  readMail,
  sendForm,
} from '../pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes the Roads Board's neighbour, the Bodi ya Maji, the country's anti-corruption body. */
const register = testRegister(
  ({ jurisdictions }) => void jurisdictions.get('xx')?.data.antiCorruption.push({ agency: 'maji', matter: 'Bribes' }),
);

async function sent(fields: Record<string, string>) {
  const catcher = await catchMail();
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort, register: () => Promise.resolve(register) });
  const key = accepted(await sendForm(pipeline.cases, complaintForm(fields), { language: 'en' }));
  await pipeline.cases.rounds.drain();
  return { ...pipeline, ...key, mail: await readMail(catcher), readAgain: () => readMail(catcher) };
}

test.each(caseKind.options)(
  'every field of a %s is labelled in both languages, and nothing that tells who you are has to be given',
  async (kind) => {
    for (const [name, meta] of kindFields(kind))
      expect(
        languages.map((language) => fieldTexts(meta, language).label),
        name,
      ).not.toContain('');
    const { cases } = await openPipeline();
    const { reference, secret } = accepted(await sendForm(cases, complaintForm({ kind }), { language: 'en' }));
    expect(await cases.citizen.follow(reference, secret)).toMatchObject({ about: kind, identity: 'none' });
  },
);

test('a report of misconduct goes to the anti-corruption body and never to the office it is about', async () => {
  const { mail, cases, passTime, readAgain } = await sent({
    kind: 'misconduct',
    amountAsked: '500',
    name: 'Amina Otieno',
  });
  expect(mail.map(({ recipient }) => recipient)).toEqual(['malalamiko@maji.example']);
  expect(mail[0]?.text).toContain('Haijatumwa kwa Water Board');
  expect(mail[0]?.raw).not.toContain('Amina');
  passTime(20 * DAY_MS);
  await cases.rounds.tick();
  passTime(40 * DAY_MS);
  await cases.rounds.tick();
  await cases.rounds.drain();
  const readers = (await readAgain()).map(({ recipient }) => recipient);
  expect(readers).toContain('help@ombudsman.example');
  expect(readers).not.toContain('complaints@water.example');
});

test('a report about the anti-corruption body itself goes past it', () => {
  expect(routeCase(register, 'misconduct', 'maji').receiver).toMatchObject({ name: 'The Ombudsman' });
  expect(ladderOf(register, 'misconduct', 'roads', undefined, 'maji').map(({ agency }) => agency.id)).toEqual([
    'ombudsman',
  ]);
});

test('wrong content goes to the portal’s own desk, with the page it is on', async () => {
  const { mail } = await sent({ kind: 'wrong-content', where: '/xx/water/', details: 'The fee is wrong.' });
  expect(mail.map(({ recipient }) => recipient)).toEqual(['operator@portal.example']);
  expect(mail[0]?.subject).toContain('Report of wrong content');
  expect(mail[0]?.text).toContain('> /xx/water/');
});

test('praise goes to the desk and nobody is reminded of it', async () => {
  const { mail, cases, passTime, reference, secret } = await sent({
    kind: 'compliment',
    details: 'They were kind.',
  });
  expect(mail[0]).toMatchObject({
    recipient: 'complaints@water.example',
    subject: `Compliment ${reference}: Water Board`,
  });
  expect((await cases.citizen.follow(reference, secret))?.deadline).toBeUndefined();
  passTime(100 * DAY_MS);
  expect(await cases.rounds.tick()).toEqual({ reminded: 0, escalated: 0, ended: 0 });
});

test('a question is told what is missing in its own words', async () => {
  const { cases } = await openPipeline();
  const result = await sendForm(cases, complaintForm({ kind: 'question', details: '' }), { language: 'sw' });
  expect(result).toMatchObject({ ok: false, problems: { details: 'Andika swali lako: angalau herufi 10.' } });
});

test('a form that names an unknown kind is refused, and a double tap is one case', async () => {
  const { cases } = await openPipeline();
  // Were it taken for a complaint, a report with a slip in its form would go to the office it is about.
  expect(await sendForm(cases, complaintForm({ kind: 'misconduc' }), { language: 'en' })).toMatchObject({ ok: false });
  const form = await checkPage(cases, complaintForm({ kind: 'question' }), { language: 'en' });
  const tap = () => cases.intake.submit(form, { language: 'en' });
  expect(accepted(await tap()).reference).toBe(accepted(await tap()).reference);
});
