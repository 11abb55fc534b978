import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { localePath, type Language } from '../../src/lib/locales.ts';
import { fieldTexts } from '../../src/schemas/cases/form-field.ts';
import { kindFields } from '../../src/schemas/cases/kinds.ts';
import { pageTexts } from '../../src/texts/texts.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { choose, keysOn, linkIn, mailTo } from './case-steps.ts';
import { goToStep, sendForm } from './send-form.ts';

const open = useBrowser();
const HELB = 'contactcentre@helb.co.ke';
const NCC = 'foia@ncc.gov.ng';

interface Asked {
  /** The citizen's page, with the receipt of the request. */
  citizen: Page;
  /** The page of the officer who opened the link of the mail. */
  officer: Page;
  reference: string;
  email: string;
}

let asking = 0;

/** Sends a request and opens the link that the office got, both with a script or both without. */
async function ask(
  way: string,
  desk: string,
  { language = 'en', urgent = false, script = true }: { language?: Language; urgent?: boolean; script?: boolean } = {},
): Promise<Asked> {
  const email = `asks.${++asking}@citizen.example`;
  const fields = new Map(kindFields('information-request').map(([name, meta]) => [name, fieldTexts(meta, language)]));
  const label = (name: 'details' | 'email' | 'urgent'): string => fields.get(name)?.label ?? '';
  const { page: citizen } = await open({ javaScriptEnabled: script });
  await citizen.goto(localePath(language, way));
  await citizen.getByLabel(label('details')).fill(`The list of contracts that were let in 2025, number ${asking}.`);
  if (urgent) {
    await goToStep(citizen, 'details', { language });
    await citizen.getByLabel(label('urgent')).check();
  }
  await goToStep(citizen, 'you', { language });
  await citizen.getByLabel(label('email')).fill(email);
  await sendForm(citizen, { language });
  const { reference } = await keysOn(citizen);
  const arrived = await mailTo(desk, reference, `number ${asking}.`);
  const { page: officer } = await open({ javaScriptEnabled: script });
  const link = new URL(linkIn(arrived, '/cases/act/'));
  await officer.goto(localePath(language, `${link.pathname.replace(/^\/sw\//, '/')}${link.search}`));
  return { citizen, officer, reference, email };
}

async function expectSound(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
}

describe('a request for information', () => {
  it('is refused on a section of the law, and the citizen reads its text and what can be done', async () => {
    const { citizen, officer, reference, email } = await ask('/ke/helb/request/', HELB);
    const refusal = await choose(officer, 'Refuse it');
    await refusal.getByLabel('Why?').fill('The list names people who got a loan.');
    await refusal.locator('button').click();
    await officer.getByRole('link', { name: 'Tick at least one section of the law.' }).waitFor();
    // What was written is still there.
    expect(await officer.getByLabel('Why?').inputValue()).toBe('The list names people who got a loan.');
    await expectSound(officer);
    await officer.getByRole('checkbox', { name: 's.6(1)(d):' }).check();
    await officer.locator('details[open] button', { hasText: 'Refuse it' }).click();
    await officer.getByText('The request is refused.').waitFor();
    const mail = await mailTo(email, reference, 'The law it rests on: Access to Information Act, 2016,');
    const text = mail.text?.replaceAll(/\s+/g, ' ');
    expect(text).toContain('s.6(1)(d): Information whose disclosure is likely to invade privacy');
    expect(text).toContain('Commission on Administrative Justice');
    await citizen.goto(linkIn(mail, '/cases/view/'));
    const answer = citizen.getByRole('region', { name: 'Refused: on what, and what you can do' });
    await answer.getByText('s.6(1)(d)', { exact: true }).waitFor();
    await answer.getByText('invade privacy').waitFor();
    await answer.getByText(/Until .* \(s\.14\(2\)\)/).waitFor();
    await expectSound(citizen);
    const review = await choose(citizen, 'Not satisfied? Go one rung up');
    await review.locator('button').click();
    await mailTo('complain@ombudsman.go.ke', reference, 'The list names people who got a loan.');
  });

  it('is granted in part, in Kiswahili and without a script, and tells what is withheld', async () => {
    const language = 'sw';
    const desk = pageTexts('case-life', language).desk;
    const { citizen, officer, reference, email } = await ask('/ke/helb/request/', HELB, { language, script: false });
    const part = await choose(officer, desk.action['grant-in-part']);
    await part.locator('input[value="s.6(1)(e)"]').check();
    await part.locator('textarea[name="text"]').fill('Orodha imeambatishwa.');
    await part.locator('textarea[name="withheld"]').fill('Bei za washindani.');
    await part.locator('button').click();
    await officer.getByText(desk.done['grant-in-part']).waitFor();
    const mail = await mailTo(email, reference, 'Bei za washindani.');
    await citizen.goto(linkIn(mail, '/cases/view/'));
    const answer = citizen.getByRole('region', { name: pageTexts('request-answer', language).title['given-in-part'] });
    await answer.getByText('Bei za washindani.').waitFor();
    await answer.getByText('s.6(1)(e)', { exact: true }).waitFor();
  });

  it('is urgent for 48 hours, then not taken as urgent, then given more time on a ground of the law', async () => {
    const { citizen, officer, reference, email } = await ask('/ke/helb/request/', HELB, { urgent: true });
    await officer.getByText('has 48 hours to answer').first().waitFor();
    expect(await officer.getByText('Take more time').count()).toBe(0);
    const ordinary = await choose(officer, 'Not urgent in the sense of the law');
    await ordinary.getByRole('textbox').fill('Nobody’s life or liberty is at stake in a list of contracts.');
    await ordinary.locator('button').click();
    await officer.getByText('The ordinary time holds, and the citizen is told why.').waitFor();
    await officer.getByText('has 21 days to answer').first().waitFor();
    const more = await choose(officer, 'Take more time');
    await more.getByText('The law allows 14 days more, once (s.9(3)).').waitFor();
    await more.getByLabel('How many days more?').fill('15');
    await more.getByLabel('Necessary consultations').check();
    await more.getByLabel('Why is more time needed?').fill('We have to ask the treasury.');
    await more.locator('button').click();
    await officer.getByRole('link', { name: 'no more than the law allows' }).waitFor();
    await expectSound(officer);
    await officer.getByLabel('How many days more?').fill('14');
    expect(await officer.getByLabel('Necessary consultations').isChecked()).toBe(true);
    await officer.locator('details[open] button', { hasText: 'Take more time' }).click();
    await officer.getByText('The time is extended.').waitFor();
    const mail = await mailTo(email, reference, 'Necessary consultations');
    await citizen.goto(linkIn(mail, '/cases/view/'));
    await citizen.getByText('The ground: Necessary consultations.').waitFor();
    await expectSound(citizen);
  });

  it('is charged for, and the office confirms the payment', async () => {
    const { citizen, officer, reference, email } = await ask('/ke/helb/request/', HELB);
    const charge = await choose(officer, 'Ask for a deposit or a fee');
    await charge.getByLabel('How much?').fill('1,250.50');
    await charge.getByLabel('What for, and how is it paid?').fill('Forty copies; pay at the cash office.');
    await charge.locator('button').click();
    await officer.getByText('The citizen is told what to pay and what for.').waitFor();
    const mail = await mailTo(email, reference, 'Forty copies; pay at the cash office.');
    expect(mail.text).toContain('1,250.50.');
    await citizen.goto(linkIn(mail, '/cases/view/'));
    await citizen.locator('.receipt').getByText('1,250.50').waitFor();
    await expectSound(citizen);
    const paid = await choose(officer, 'Confirm that it was paid');
    await paid.locator('button').click();
    await officer.getByText('The citizen is told that it was paid.').waitFor();
    await mailTo(email, reference, 'confirmed that it was paid.');
  });

  it('is refused in a country where a court comes next, and the portal passes nothing on', async () => {
    const { citizen, officer, reference, email } = await ask('/ng/ncc/request/', NCC);
    const refusal = await choose(officer, 'Refuse it');
    await refusal.locator('#refuse-sections').check();
    await refusal.getByLabel('Why?').fill('It would harm relations with others.');
    await refusal.locator('button').click();
    await officer.getByText('The request is refused.').waitFor();
    const mail = await mailTo(email, reference, 'It would harm relations with others.');
    await citizen.goto(linkIn(mail, '/cases/view/'));
    const answer = citizen.getByRole('region', { name: 'Refused: on what, and what you can do' });
    await answer.getByText('Court:').waitFor();
    await answer.getByText(/\(s\.20\)/).waitFor();
    expect(await citizen.getByText('Go one rung up').count()).toBe(0);
    await expectSound(citizen);
  });

  it('is handed in on paper as well, as one request, with the day of the stamp', async () => {
    const { citizen, reference, email } = await ask('/ke/helb/request/', HELB);
    await citizen.getByRole('button', { name: 'Open the case' }).click();
    await citizen.getByRole('button', { name: 'Print a letter to hand in' }).click();
    const letter = citizen.locator('.letter');
    for (const words of [
      'The officer for requests for information',
      'The list of contracts that were let in 2025',
      'Access to Information Act, 2016',
      'has gone to you by e-mail as well, under the same reference. It is one request.',
      'Signature',
      'Received on (date and stamp)',
      reference,
    ])
      expect((await letter.textContent())?.replaceAll(/\s+/g, ' ')).toContain(words);
    await expectSound(citizen);
    await citizen.goto(linkIn(await mailTo(email, reference, 'It goes to:'), '/cases/view/'));
    const handedIn = await choose(citizen, 'Handed in? Say when they received it');
    const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Nairobi' }).formatToParts(new Date());
    for (const [part, index] of [
      ['day', 0],
      ['month', 1],
      ['year', 2],
    ] as const)
      await handedIn
        .getByRole('textbox')
        .nth(index)
        .fill(today.find(({ type }) => type === part)?.value ?? '');
    await handedIn.locator('button').click();
    await citizen.getByText('Their time to answer runs from the first day on which they had it.').waitFor();
    await mailTo(HELB, reference, 'The citizen handed it in.');
  });
});
