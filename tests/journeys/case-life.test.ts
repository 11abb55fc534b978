import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { samplePicture } from '../cases/sample-files.ts';
import { useBrowser } from './browser.ts';
import { choose, keysOn, linkIn, mailTo } from './case-steps.ts';
import { allMail } from './inbox.ts';
import { openDrawer } from './open-drawer.ts';
import { goOn, goToCheck, goToStep, sendForm } from './send-form.ts';

const open = useBrowser();
const DESK = 'contactcentre@helb.co.ke';
const WAITED = 'I waited at the counter for six hours and the file was not found.';
const secretPlace = 'Nairobi -1.2921 36.8219';

const { taken: withPlace, clean: picture } = await samplePicture(secretPlace);

async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}

describe('the life of a case', () => {
  it('goes from the complaint with a picture through the officer’s desk to a poor rating and one rung up', async () => {
    const { page: citizen } = await open();
    await citizen.goto('/ke/helb/complain/');
    await citizen.getByLabel('What happened?').fill(WAITED);
    await goToStep(citizen, 'you');
    await citizen.getByLabel('E-mail (optional)').fill('achieng@');
    await citizen
      .getByLabel('Pictures or papers')
      .setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: withPlace });
    await goOn(citizen);
    await citizen.getByRole('link', { name: 'Write one e-mail address' }).waitFor();
    expect(await citizen.getByLabel('E-mail (optional)').inputValue()).toBe('achieng@');
    // The file is still there, under the name that the citizen knows it by.
    expect(await citizen.getByRole('checkbox', { name: 'IMG_1.png' }).isChecked()).toBe(true);
    await expectAccessible(citizen);
    await citizen.getByLabel('E-mail (optional)').fill('achieng@example.org');
    await goToCheck(citizen);
    await citizen.getByRole('button', { name: 'Remove IMG_1.png' }).waitFor();
    await expectAccessible(citizen);
    // Back to the form and forth again, nothing is lost.
    await citizen.getByRole('button', { name: 'Change: What you wrote' }).click();
    expect(await citizen.getByLabel('What happened?').inputValue()).toBe(WAITED);
    await citizen.getByRole('button', { name: 'Back to what you wrote' }).click();
    await citizen.getByRole('button', { name: 'Remove IMG_1.png' }).waitFor();
    await sendForm(citizen);
    await citizen.getByText('Your file is saved with it.').waitFor();
    const { reference } = await keysOn(citizen);

    // The mail to the desk holds no file, but a link that opens it.
    const forwarded = await mailTo(DESK, reference, 'A file came with it.');
    expect(forwarded.attachments).toEqual([]);
    const { page: officer } = await open({ acceptDownloads: true });
    const desk = linkIn(forwarded, '/cases/act/');
    await officer.goto(desk);
    await officer.getByText(WAITED).waitFor();
    await expectAccessible(officer);
    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      officer.getByRole('link', { name: 'Download file 1 (PNG, 1 kB)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${reference}-1.png`);
    expect(await readFile(await download.path())).toEqual(picture);

    // A mere look, as a mail scanner takes it, changes nothing.
    await officer.reload();
    await citizen.getByRole('button', { name: 'Open the case' }).click();
    await citizen.getByRole('heading', { name: `Case ${reference}` }).waitFor();
    expect(await citizen.locator('.timeline > li').allTextContents()).toEqual([
      expect.stringContaining('was received and saved.'),
      expect.stringMatching(/Sent to|An acknowledgement was sent/),
      expect.stringMatching(/Sent to|An acknowledgement was sent/),
    ]);
    await openDrawer(citizen, 'What you wrote');
    const [own] = await Promise.all([
      citizen.waitForEvent('download'),
      citizen.getByRole('button', { name: 'Download file 1 (PNG, 1 kB)' }).click(),
    ]);
    expect(await readFile(await own.path())).toEqual(picture);
    expect((await allMail()).filter((mail) => mail.to?.[0]?.address === 'achieng@example.org')).toHaveLength(1);

    const acknowledge = await choose(officer, 'Confirm that you have it');
    await acknowledge.getByRole('button').click();
    await officer.getByText('Confirmed. The citizen is told.').waitFor();
    const ask = await choose(officer, 'Ask the citizen');
    await ask.getByRole('textbox').fill('At which counter was it, please?');
    await ask.getByRole('button').click();
    await officer.getByText('The question is sent.').waitFor();

    const question = await mailTo('achieng@example.org', reference, 'At which counter was it, please?');
    await citizen.goto(linkIn(question, '/cases/view/'));
    const head = citizen.locator('.receipt');
    await head.getByText('With you: a question waits for your answer').waitFor();
    // What the office asks heads the page, and the answer to it is the main button.
    await head.locator('blockquote', { hasText: 'At which counter was it, please?' }).waitFor();
    await expectAccessible(citizen);
    const message = await choose(citizen, 'Write to them');
    await message.getByRole('textbox').fill('It was counter nine.');
    await message
      .getByLabel('Pictures or papers')
      .setInputFiles({ name: 'note.txt', mimeType: 'image/png', buffer: Buffer.from('counter nine') });
    await message.locator('button').click();
    await citizen.getByRole('link', { name: 'File 1 is no picture' }).click();
    await expect.poll(() => citizen.evaluate(() => document.activeElement?.id)).toBe('message-files');
    expect(await message.getByRole('textbox').inputValue()).toBe('It was counter nine.');
    await expectAccessible(citizen);
    await message
      .getByLabel('Pictures or papers')
      .setInputFiles({ name: 'IMG_2.png', mimeType: 'image/png', buffer: withPlace });
    await message.locator('button').click();
    await citizen.getByText('Your message is saved and passed on.').waitFor();
    const beside = citizen.locator('.timeline > li', { hasText: 'It was counter nine.' });
    const [second] = await Promise.all([
      citizen.waitForEvent('download'),
      beside.getByRole('button', { name: 'Download file 2' }).click(),
    ]);
    expect(await readFile(await second.path())).toEqual(picture);
    const passedOn = await mailTo(DESK, reference, 'It was counter nine.');
    expect(JSON.stringify(passedOn)).not.toContain('achieng');
    expect(passedOn.text).toContain('A file came with it.');

    await officer.goto(desk);
    await officer
      .locator('.timeline > li', { hasText: 'It was counter nine.' })
      .getByRole('link', { name: 'Download file 2' })
      .waitFor();
    const resolve = await choose(officer, 'Close it');
    await resolve
      .getByLabel('Papers for the citizen')
      .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a letter') });
    await resolve.getByLabel('Looked into, and not upheld').check();
    await resolve.getByRole('textbox').fill('We found no fault of ours.');
    await resolve.locator('button').click();
    await officer.getByText('The case is closed.').first().waitFor();

    const closing = await mailTo('achieng@example.org', reference, 'We found no fault of ours.');
    expect(closing.text).toContain('A file came with it.');
    await citizen.goto(linkIn(closing, '/cases/view/'));
    await head.locator('blockquote', { hasText: 'We found no fault of ours.' }).waitFor();
    expect(await head.locator('.stamp').textContent()).toMatch(/Answered/);
    const answer = citizen.locator('.timeline > li', { hasText: 'We found no fault of ours.' });
    const [letter] = await Promise.all([
      citizen.waitForEvent('download'),
      answer.getByRole('button', { name: 'Download file 3 (PDF' }).click(),
    ]);
    expect(letter.suggestedFilename()).toBe(`${reference}-3.pdf`);
    await openDrawer(citizen, 'Your data');
    const erase = await choose(citizen, 'Erase my name, my contact details and my files');
    await erase.getByText('The 2 files that you sent are deleted too').waitFor();
    await expectAccessible(citizen);
    await citizen.goto(linkIn(closing, '/cases/rate/'));
    await expectAccessible(citizen);
    await citizen.getByLabel('Very dissatisfied').check();
    await citizen.getByRole('button', { name: 'Say how satisfied you are' }).click();
    await citizen.getByText('We are sorry. You can have the next body').waitFor();
    await expectAccessible(citizen);
    await citizen.getByRole('button', { name: 'Not satisfied? Go one rung up' }).click();
    await citizen.getByText('The case goes one rung up').waitFor();
    const dossier = await mailTo('complain@ombudsman.go.ke', reference, 'It was counter nine.');
    expect(dossier.text).toContain('A file came with it.');
  });

  it('gives back every word where a file is far too large, on the form and on the case page', async () => {
    const { page } = await open();
    const photo = {
      name: 'huge.png',
      mimeType: 'image/png',
      buffer: Buffer.concat([picture, Buffer.alloc(9 * 1024 * 1024)]),
    };
    await page.goto('/ke/helb/complain/');
    const words = 'The large photograph shows the queue in front of the hall.';
    await page.getByLabel('What happened?').fill(words);
    await goToStep(page, 'you');
    await page.getByLabel('Pictures or papers').setInputFiles([{ ...photo, buffer: picture }, photo]);
    await goOn(page);
    await page.getByRole('link', { name: 'File 2 is larger than 2 MB.' }).waitFor();
    await goToCheck(page);
    await page.getByText(words).waitFor();
    await sendForm(page);
    await page.locator('.case-reference').waitFor();
    await page.getByRole('button', { name: 'Open the case' }).click();
    const message = await choose(page, 'Write to them');
    await message.getByRole('textbox').fill('Here it is once more.');
    await message.getByLabel('Pictures or papers').setInputFiles(photo);
    await message.locator('button').click();
    await page.getByRole('link', { name: 'File 1 is larger than 2 MB.' }).waitFor();
    expect(await message.getByRole('textbox').inputValue()).toBe('Here it is once more.');
  });

  it.each([
    ['/ke/report/', ['1551'], 'report@integrity.go.ke', /P\.O\. Box 61130/],
    ['/ng/report/', ['0800-CALL-ICPC'], 'info@icpc.gov.ng', /scanned driver/],
    ['/sw/ke/immigration/report/', ['1551'], 'report@integrity.go.ke', /S\.L\.P|P\.O\. Box 61130/],
  ])(
    'tells at %s first how to report without a name, then who receives it here, then what the bodies ask',
    async (path, nameless, receiver, named) => {
      const { page } = await open({ javaScriptEnabled: false });
      await page.goto(path);
      // On the form itself they are folded away, above its first field.
      for (const closed of await page.locator('details.drawer-alone:not([open]) > summary').all()) await closed.click();
      const ids = await page.locator('main h2[id]').evaluateAll((headings) => headings.map(({ id }) => id));
      const order = ['nameless', 'who-receives', 'named'];
      expect(ids.filter((id) => order.includes(id))).toEqual(order);
      const section = (id: string) => page.locator(`section[aria-labelledby="${id}"]`);
      for (const way of nameless) await section('nameless').getByText(way).first().waitFor();
      await section('who-receives').getByText(receiver).waitFor();
      await section('named').getByText(named).first().waitFor();
    },
  );

  it('carries an anonymous report of misconduct to the anti-corruption body, in Kiswahili and without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/sw/ke/report/');
    await page.locator('main a[href$="/sw/ke/immigration/report/"]').click();
    const words = 'Afisa wa dirisha la tatu aliomba shilingi elfu moja.';
    await page.getByLabel('Nini kilitokea?').fill(words);
    await sendForm(page, { language: 'sw' });
    await page.getByRole('heading', { name: 'Tumehifadhi: Ripoti ya utovu wa maadili' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sw');
    const { reference, secret } = await keysOn(page);
    const report = await mailTo('report@integrity.go.ke', reference, words);
    expect(report.text).toContain('The citizen has given no name or address.');
    await page.goto('/sw/cases/');
    await page.getByLabel('Kumbukumbu').fill(reference);
    await page.getByLabel('Siri').fill(secret);
    await page.getByRole('button', { name: 'Onyesha shauri' }).click();
    await openDrawer(page, 'Ulichoandika');
    await page.getByText(words).waitFor();
    // Nobody else has learned of it, least of all the office it is about.
    const readers = (await allMail()).filter((mail) => mail.text?.includes(words)).map((mail) => mail.to?.[0]?.address);
    expect(readers).toEqual(['report@integrity.go.ke']);
  });

  it('begins on pages that everybody can use', async () => {
    const { page } = await open();
    await page.goto('/ke/immigration/feedback/');
    for (const summary of await page.locator('details.case-action > summary').all()) await summary.click();
    await expectAccessible(page);
    for (const path of ['/ke/immigration/report/', '/ng/report/', '/ng/emergency/']) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await page.goto('/cases/act/?t=broken');
    await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await expectAccessible(page);
  });
});
