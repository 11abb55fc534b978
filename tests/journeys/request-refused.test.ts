import type { Page } from '@playwright/test';
import type { Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { pdfPages } from '../print/pdf-text.ts';
import { barriersOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { mailWith } from './inbox.ts';
import { sendForm } from './send-form.ts';

const open = useBrowser();
const wanted = 'The list of loans that were given to students of Kisumu County in 2024.';
const reason = 'It names persons, and we have not their consent.';
const added = 'The names can be left out.\nI ask for the figures alone: KES-per-student-and-year'.padEnd(400, 'x');
const bare = (text: string): string => text.replaceAll(/\s+/g, '');
const widerThan = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The link of the desk in the mail that brought it a request. */
async function deskLink(reference: string): Promise<string> {
  const forwarded = await mailWith(
    (mail: Email) => Boolean(mail.text?.includes(reference)) && Boolean(mail.text?.includes('/cases/act/?t=')),
  );
  return /http\S+\/cases\/act\/\?\S+/.exec(forwarded.text ?? '')?.[0] ?? '';
}

/** Asks for information in Kenya and lets the desk refuse it. */
async function refused(citizen: Page, officer: Page): Promise<{ reference: string; secret: string; section: string }> {
  await citizen.goto('/ke/helb/request/');
  await citizen.getByLabel('Which information or record do you want?').fill(wanted);
  await sendForm(citizen);
  await citizen.locator('.case-secret').waitFor();
  const [reference = '', secret = ''] = await citizen.locator('.case-reference, .case-secret').allTextContents();
  await officer.goto(await deskLink(reference));
  const form = officer
    .locator('details.case-action')
    .filter({ has: officer.locator('summary', { hasText: /^\s*Refuse it\s*$/ }) });
  await form.locator('summary').click();
  const first = form.getByRole('checkbox').first();
  const section = (await first.getAttribute('value')) ?? '';
  await first.check();
  await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name: 'Refuse it' }).click();
  await officer.getByRole('status').waitFor();
  return { reference, secret, section };
}

async function openCase(page: Page, path: string, keys: { reference: string; secret: string }): Promise<void> {
  const labels = path.startsWith('/sw') ? ['Kumbukumbu', 'Siri'] : ['Reference', 'Secret'];
  await page.goto(path);
  await page.getByLabel(labels[0] ?? '').fill(keys.reference);
  await page.getByLabel(labels[1] ?? '').fill(keys.secret);
  await page.locator('main form button').first().click();
  await page.locator('.timeline').waitFor();
}

test('a refusal that cites a section leads to the door, its last day, and a dossier with the letter for it', async () => {
  const [visitor, { page: officer }, { page: plain }] = [
    await open(),
    await open(),
    await open({ javaScriptEnabled: false }),
  ];
  const { page } = visitor;
  const { reference, secret, section } = await refused(page, officer);
  await openCase(page, '/cases/', { reference, secret });
  const answer = page.getByRole('region', { name: 'Refused: on what, and what you can do' });
  const told = (await answer.textContent())?.replaceAll(/\s+/g, ' ') ?? '';
  expect(told).toMatch(/Review by an independent body: Commission on Administrative Justice.* Open now/);
  expect(told).toMatch(/Until \d+ \w+ \d{4} \(s\.14\(2\)\)/);
  expect(told).toContain('P.O. Box 20414-00200 Nairobi');
  expect(told).toMatch(/Court: High Court.* Opens later/);
  const day = /Until (\d+ \w+ \d{4})/.exec(told)?.[1] ?? '';
  const law = (await answer.locator('dl dd').first().innerText()).split('\n')[0] ?? '';
  expect(law.length).toBeGreaterThan(20);
  expect(await barriersOn(page)).toEqual([]);
  expect(await widerThan(page)).toBe(false);

  await page.getByLabel('What you want to add (optional)').fill(added);
  const answered = page.waitForResponse(/\/cases\/dossier\//);
  await page.getByRole('button', { name: 'Make the letter and the dossier' }).click();
  expect((await answered).headers()['cache-control']).toBe('no-store');
  await page.locator('.letter').waitFor();
  expect(page.url()).toMatch(/\/cases\/dossier\/$/);
  expect(await page.content()).not.toContain(secret);
  expect(await barriersOn(page)).toEqual([]);
  expect(await widerThan(page)).toBe(false);
  const cut = await page
    .locator('.dossier *')
    .evaluateAll((all) => all.filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).length);
  expect(cut).toBe(0);

  const sheets = pdfPages(await page.pdf({ preferCSSPageSize: true }));
  const [letter = ''] = sheets.map(bare);
  for (const words of [
    'Commission on Administrative Justice',
    'P.O. Box 20414-00200 Nairobi',
    'Request for a review: my request for information to Higher Education Loans Board',
    wanted,
    `The refusal names ${section}.`,
    added,
    'I ask you to review this decision under s.14(2)',
    `The time for this request runs until ${day}`,
    'Signature',
    'Enclosed',
  ])
    expect(letter, words).toContain(bare(words));
  const whole = sheets.map(bare).join('');
  for (const words of [
    'What happened',
    'received and saved.',
    'How the days were counted',
    'Time to answer',
    '21 days by Access to Information Act, 2016, s.9(1).',
    'day zero',
    'day 21',
    'day 30',
    law,
    reason,
  ])
    expect(whole, words).toContain(bare(words));
  sheets.forEach((sheet, number) => expect(bare(sheet)).toContain(`${number + 1}/${sheets.length}`));
  for (const words of [secret, 'Make the letter', 'Print the dossier']) expect(whole).not.toContain(bare(words));
  expectQuiet(visitor);

  // Without a script, and in Kiswahili, which is a language of this country: the letter too.
  await openCase(plain, '/sw/cases/', { reference, secret });
  await plain.getByRole('button', { name: 'Tengeneza barua na jalada' }).click();
  const swahili = plain.locator('.letter');
  await swahili.getByText('Ombi la mapitio: ombi langu la taarifa').waitFor();
  expect(await swahili.textContent()).toContain(wanted);
  expect(await plain.locator('.dossier[lang]').count()).toBe(0);
});

test('nobody opens a dossier without the secret, by an address, or of what was not refused', async () => {
  const { page } = await open();
  expect((await page.goto('/cases/dossier/'))?.url()).toMatch(/\/cases\/$/);
  await page.goto('/ke/helb/request/');
  await page.getByLabel('Which information or record do you want?').fill(wanted);
  await sendForm(page);
  await page.locator('.case-secret').waitFor();
  const [reference = '', secret = ''] = await page.locator('.case-reference, .case-secret').allTextContents();
  for (const tried of [secret, 'WRONG'])
    expect(
      (
        await page.request.post('/cases/dossier/', {
          form: { reference, secret: tried },
          headers: { origin: new URL(page.url()).origin },
        })
      ).status(),
    ).toBe(404);
});
