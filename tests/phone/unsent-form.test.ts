import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { barriersOn } from '../journeys/accessibility.ts';
import { goToCheck, goToStep, sendForm, stepOn } from '../journeys/send-form.ts';
import { changed } from './line.ts';
import { keep, textOf, usePhones } from './phone.ts';

const phones = usePhones();
const words = 'The counter was closed for three days.\nNobody told us <why>.';

/** What lies in a browser's local storage. */
const onPhone = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));

async function write(page: Page, path = '/xx/water/complain/', text = words): Promise<void> {
  await page.goto(path);
  await page.getByLabel('What happened?').fill(text);
}

/** Mails by which a complaint that ends so was passed on. */
const passedOn = async (ending: string): Promise<number> =>
  (await phones.portal.mail()).filter(({ subject, text }) => subject?.startsWith('Complaint') && text?.includes(ending))
    .length;

/** Presses the button of a form, whatever comes of it. */
const press = (page: Page): Promise<void> =>
  page.locator('main').getByRole('button', { name: 'Continue', exact: true }).click();

/** Waits until the browser shows its own page for an answer that never came. */
const answerLost = (page: Page): Promise<void> => expect.poll(() => page.url()).toMatch(/^chrome-error:/);

/** Writes a complaint and has it kept, since there is no line. */
async function keepWithoutLine(page: Page, text: string): Promise<void> {
  await write(page, '/xx/water/complain/', text);
  await page.context().setOffline(true);
  await press(page);
  await page.getByText('Your words are kept on this device').waitFor();
  await page.context().setOffline(false);
}

/** The first line of what is on the page “On this phone”. */
async function unsent(page: Page): Promise<string> {
  await page.goto('/on-this-phone/');
  return page.locator('[data-unsent-forms]').innerText();
}

async function caseShown(page: Page): Promise<string> {
  await page.locator('.case-reference').waitFor();
  return (await page.locator('.case-reference').textContent()) ?? '';
}

describe('a form that could not be sent for want of a line', () => {
  test('stays on the phone, is told on the next visit, and is sent once by a tap', async () => {
    const page = await phones.phone();
    const text = `${words} First.`;
    await write(page, '/xx/water/complain/', text);
    await page.context().setOffline(true);
    await press(page);
    await page.getByText('Your words are kept on this device').waitFor();
    await page.context().setOffline(false);
    await page.goto('/xx/water/');
    await page.getByRole('link', { name: 'A form of yours was not sent yet.' }).click();
    await page.getByRole('button', { name: 'Send it now' }).click();
    await page.waitForURL('**/cases/new/?form=*');
    await goToCheck(page);
    expect(await page.locator('main').innerText()).toContain('Nobody told us <why>. First.');
    // It is still there: somebody may go away from the page on which it is checked.
    expect(await onPhone(page)).toContain('First.');
    await page.getByRole('button', { name: 'Send it', exact: true }).dblclick();
    await caseShown(page);
    await expect.poll(() => onPhone(page)).toBe('{}');
    await expect.poll(() => passedOn('First.')).toBe(1);
    await page.goto('/');
    expect(await page.getByText('was not sent yet').count()).toBe(0);
  });

  test('is told in a part of the page that a screen reader can be sent to', async () => {
    const page = await phones.phone();
    await keepWithoutLine(page, `${words} Landmark.`);
    await page.goto('/xx/water/');
    await page.getByRole('link', { name: 'A form of yours was not sent yet.' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  test('is let go of by its case, where a quick hand left the page with its reference before a script ran there', async () => {
    const page = await phones.phone();
    await write(page, '/xx/water/complain/', `${words} Quick.`);
    await goToCheck(page);
    await page.route('**/*.js', (route) => (page.url().includes('/cases/new/') ? route.abort() : route.continue()));
    await page.getByRole('button', { name: 'Send it', exact: true }).click();
    await caseShown(page);
    expect(await onPhone(page)).toContain('Quick.');
    await page.unroute('**/*.js');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.locator('.case-head').waitFor();
    await expect.poll(() => onPhone(page)).toBe('{}');
    expect(await page.getByText('was not sent yet').count()).toBe(0);
  });

  test('becomes one case where its answer alone was lost', async () => {
    const page = await phones.phone();
    const text = `${words} Second.`;
    await write(page, '/xx/water/complain/', text);
    await goToCheck(page);
    phones.line.changes = (passing) => (passing.method === 'POST' ? 'cut' : passing);
    await page.getByRole('button', { name: 'Send it', exact: true }).click();
    await answerLost(page);
    await expect.poll(() => passedOn('Second.')).toBe(1);
    phones.line.changes = (passing) => passing;
    expect(await unsent(page)).toContain('Not sent yet');
    await page.getByRole('button', { name: 'Send it now' }).click();
    const reference = await caseShown(page);
    await expect.poll(() => onPhone(page)).toBe('{}');
    await expect
      .poll(async () => (await phones.portal.mail()).filter((mail) => mail.text?.includes(reference)).length)
      .toBeGreaterThan(0);
    expect(await passedOn('Second.')).toBe(1);
  });

  test('is not kept once the portal has answered, whatever it says', async () => {
    const page = await phones.phone();
    await write(page, '/xx/water/complain/', 'Short');
    await press(page);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expect.poll(() => onPhone(page)).toBe('{}');
    await page.getByLabel('What happened?').fill(words);
    await goToCheck(page);
    await expect.poll(() => onPhone(page)).toBe('{}');
  });

  test('is one form, however often its button was pressed', async () => {
    const page = await phones.phone();
    await write(page);
    await page.context().setOffline(true);
    await press(page);
    await page.getByText('Your words are kept on this device').waitFor();
    await page.getByLabel('What happened?').fill(`${words} And more.`);
    await press(page);
    await page.context().setOffline(false);
    await page.goto('/on-this-phone/');
    expect(await page.locator('[data-unsent-forms] li').count()).toBe(1);
    // No file had been chosen.
    expect(await textOf(page)).not.toContain('choose them again');
    expect(await onPhone(page)).toContain('And more.');
    await page.getByRole('button', { name: 'Delete it' }).click();
    expect(await onPhone(page)).toBe('{}');
    expect(await page.locator('[data-unsent-forms]').isVisible()).toBe(false);
  });

  test('can be written on the kept page of an agency, all without a line', async () => {
    const page = await phones.phone();
    await keep(page);
    phones.line.cut = true;
    await page.context().setOffline(true);
    await write(page, '/xx/water/complain/', `${words} Third.`);
    await press(page);
    await page.getByText('Your words are kept on this device').waitFor();
    await page.getByRole('link', { name: 'On this phone' }).first().click();
    await page.getByRole('button', { name: 'Send it now' }).waitFor();
    expect(await textOf(page)).toContain('Water Board');
    phones.line.cut = false;
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Send it now' }).click();
    await page.waitForURL('**/cases/new/?form=*');
    await goToCheck(page);
    await page.getByRole('button', { name: 'Send it', exact: true }).click();
    await caseShown(page);
    await expect.poll(() => passedOn('Third.')).toBe(1);
  });
});

describe('a form that waits', () => {
  test('stays when another case is sent from the same tab', async () => {
    const page = await phones.phone();
    await keepWithoutLine(page, `${words} Fourth.`);
    await page.goto('/on-this-phone/');
    await page.getByRole('button', { name: 'Send it now' }).click();
    await page.waitForURL('**/cases/new/?form=*');
    // They leave it at its next step, and report misconduct first.
    await write(page, '/xx/water/report/', 'The officer at the gate asked for money.');
    await sendForm(page);
    await caseShown(page);
    await page.goto('/');
    await page.getByRole('link', { name: 'A form of yours was not sent yet.' }).waitFor();
    expect(await onPhone(page)).toContain('Fourth.');
  });

  test('is not replaced by another one about the same office', async () => {
    const page = await phones.phone();
    await keepWithoutLine(page, `${words} Fifth.`);
    await keepWithoutLine(page, 'The water has been brown since Monday.');
    expect(await unsent(page)).toContain('Water Board');
    expect(await page.locator('[data-unsent-forms] li').count()).toBe(2);
  });

  test.each([
    ['the portal has failed', 500],
    ['they are too many', 413],
  ])('keeps the words where %s and the answer does not show them', async (_, status) => {
    const page = await phones.phone();
    await write(page, '/xx/water/complain/', `${words} Sixth.`);
    phones.line.changes = (passing) =>
      passing.path.startsWith('/cases/new/') && passing.status === 200
        ? changed({ ...passing, status }, (html) => html.replace(/<form[^]*<\/form>/, '<p>It cannot be read.</p>'))
        : passing;
    await press(page);
    await page.getByText('It cannot be read.').waitFor();
    await page.getByRole('link', { name: 'A form of yours was not sent yet.' }).waitFor();
    expect(await onPhone(page)).toContain('Sixth.');
  });
});

/** Makes what waits on a phone so many hours older. */
const age = (page: Page, hours: number): Promise<void> =>
  page.evaluate((past) => {
    const forms = JSON.parse(localStorage.getItem('unsent') ?? '[]') as { at: string }[];
    const older = forms.map((form) => ({
      ...form,
      at: new Date(Date.parse(form.at) - past * 3_600_000).toISOString(),
    }));
    localStorage.setItem('unsent', JSON.stringify(older));
  }, hours);

describe('words on a phone are not there for ever', () => {
  test('those that nobody was told of go within hours', async () => {
    const page = await phones.phone();
    await write(page);
    phones.line.changes = (passing) => (passing.method === 'POST' ? 'cut' : passing);
    await press(page);
    await answerLost(page);
    phones.line.changes = (passing) => passing;
    await page.goto('/');
    await age(page, 11);
    expect(await unsent(page)).toContain('Not sent yet');
    await age(page, 2);
    await page.goto('/');
    await expect.poll(() => onPhone(page)).toBe('{}');
  });

  test('those that their writer knows of go after a month', async () => {
    const page = await phones.phone();
    await keepWithoutLine(page, words);
    await age(page, 29 * 24);
    expect(await unsent(page)).toContain('Not sent yet');
    await age(page, 2 * 24);
    await page.goto('/');
    await expect.poll(() => onPhone(page)).toBe('{}');
  });
});

test('a complaint about money that was asked for is kept only by a tap of its own', async () => {
  const page = await phones.phone();
  await write(page);
  await page.locator('input[name="broken"][value="extra-money"]').check();
  phones.line.changes = (passing) => (passing.method === 'POST' ? 'cut' : passing);
  await press(page);
  await answerLost(page);
  phones.line.changes = (passing) => passing;
  await page.goto('/');
  expect(await onPhone(page)).toBe('{}');
  await write(page);
  await page.locator('input[name="broken"][value="extra-money"]').check();
  await page.context().setOffline(true);
  await press(page);
  await page.getByRole('button', { name: 'Keep the complaint on this device' }).click();
  expect(await onPhone(page)).toContain('Nobody told us');
});

describe('a report of misconduct', () => {
  test('is not kept on the phone unless its writer presses the button for it', async () => {
    const page = await phones.phone();
    await write(page, '/xx/water/report/');
    await page.context().setOffline(true);
    await press(page);
    await page.getByText('A report of misconduct is not kept on this device').waitFor();
    expect(await onPhone(page)).toBe('{}');
    await page.getByRole('button', { name: 'Keep the report on this device' }).click();
    expect(await onPhone(page)).toContain('Nobody told us');
  });

  test('leaves nothing there when it is sent, nor when the line breaks meanwhile', async () => {
    const page = await phones.phone();
    await write(page, '/xx/water/report/');
    phones.line.changes = (passing) => (passing.method === 'POST' ? 'cut' : passing);
    await press(page);
    await answerLost(page);
    expect(phones.line.arrived.at(-1)).toBe('POST /cases/new/');
    phones.line.changes = (passing) => passing;
    await page.goto('/on-this-phone/');
    expect(await onPhone(page)).toBe('{}');
    await write(page, '/xx/water/report/');
    await goToCheck(page);
    expect(await onPhone(page)).toBe('{}');
  });
});

describe.each([true, false])('a form in another language, with script: %s', (javaScriptEnabled) => {
  test('is the same form on each of its steps and where it is checked, and sends nothing', async () => {
    const page = await phones.phone({ javaScriptEnabled });
    const before = await passedOn('Seventh.');
    await write(page, '/xx/water/complain/', `${words} Seventh.`);
    await goToStep(page, 'details');
    await page.getByRole('button', { name: 'Kiswahili' }).click();
    await page.waitForURL('**/sw/cases/new/?form=*');
    expect(await stepOn(page.locator('main'))).toBe('details');
    await goToCheck(page, { language: 'sw' });
    expect(await textOf(page)).toContain('Seventh.');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Send it', exact: true }).waitFor();
    expect(await textOf(page)).toContain('Seventh.');
    expect(await passedOn('Seventh.')).toBe(before);
  });
});
