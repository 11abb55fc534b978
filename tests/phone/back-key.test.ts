import type { BrowserContextOptions, Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { samplePicture } from '../cases/sample-files.ts';
import { goOn, goToCheck, goToStep, stepOn } from '../journeys/send-form.ts';
import { textOf, usePhones } from './phone.ts';

/* The browser's own "Back", on a form and after it: as it is on a phone, where there is a key for it. */
const phones = usePhones();
const words = 'The clerk at window 3 wanted to be paid for the form.';
const GONE = 'This form is no longer here';
const ways = [
  ['with a script', true],
  ['without one', false],
] as const;

/** Goes back, and gives the step that is shown; rejects where the browser shows a page of its own. */
async function back(page: Page): Promise<string | undefined> {
  await page.goBack();
  return stepOn(page.locator('main'));
}

/** Each comes from an address of their own (RFC 3849): from one, only so many forms are taken. */
let visitors = 0;
const visitor = (options: BrowserContextOptions = {}): Promise<Page> =>
  phones.phone({ ...options, extraHTTPHeaders: { 'X-Forwarded-For': `2001:db8:${++visitors}::1` } });

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** From a report or a complaint to its check page, with a file. */
async function toCheck(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('What happened?').fill(words);
  await goToStep(page, 'details');
  await page.getByLabel('Where? (optional)').fill('Window 3');
  await goToStep(page, 'you');
  const { taken: buffer } = await samplePicture();
  await page.locator('input[type=file]').setInputFiles({ name: 'window.png', mimeType: 'image/png', buffer });
  await goToCheck(page);
}

async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send it', exact: true }).click();
  await page.locator('.case-reference').waitFor();
  return (await page.locator('.case-reference').textContent()) ?? '';
}

describe.each(ways)('“Back” of the browser, %s,', (_, javaScriptEnabled) => {
  const phone = (): Promise<Page> => visitor({ javaScriptEnabled });

  test('leads from each step to the one before, with what was typed there, and on again', async () => {
    const page = await phone();
    await toCheck(page, '/xx/water/complain/');
    expect(await back(page)).toBe('you');
    await page.getByText('window.png').first().waitFor();
    expect(await back(page)).toBe('details');
    expect(await page.getByLabel('Where? (optional)').inputValue()).toBe('Window 3');
    expect(await back(page)).toBe('what');
    expect(await page.getByLabel('What happened?').inputValue()).toBe(words);
    await page.goForward();
    expect(await stepOn(page.locator('main'))).toBe('details');
    await goToCheck(page);
    for (const said of [words, 'Window 3', 'window.png']) expect(await textOf(page)).toContain(said);
    // And loading a page again asks nothing and loses nothing.
    await page.reload();
    expect(await textOf(page)).toContain(words);
  });

  test('leads past a step that was shown with what was wrong on it, which is told there again', async () => {
    const page = await phone();
    await page.goto('/xx/water/complain/');
    await goOn(page);
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('What happened?').fill(words);
    await goToStep(page, 'you');
    await page.getByLabel('E-mail (optional)').fill('amina@');
    await goOn(page);
    await page.getByLabel('E-mail (optional)').fill('amina@home.example');
    await goToCheck(page);
    // As it is now: the address was put right since.
    expect(await back(page)).toBe('you');
    expect(await page.getByLabel('E-mail (optional)').inputValue()).toBe('amina@home.example');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await back(page)).toBe('you');
    expect(await back(page)).toBe('details');
    expect(await back(page)).toBe('what');
    expect(await back(page)).toBe('what');
  });

  test.each(['/xx/water/complain/', '/xx/water/report/'])(
    'shows no word of %s after it was sent, says so plainly, and sends nothing again',
    async (path) => {
      const page = await phone();
      await toCheck(page, path);
      await send(page);
      for (let entry = 0; entry < 3; entry++) {
        await page.goBack();
        expect(await heading(page)).toBe(GONE);
        expect(await textOf(page)).not.toContain('Window 3');
      }
      const held = await page.context().cookies(`${phones.line.url}/cases/new/`);
      expect(held.filter(({ name }) => name.startsWith('form-'))).toEqual([]);
      if (!javaScriptEnabled) return;
      // Browsers restore what stood in a form: the first step, which is a file, is emptied.
      await page.goBack();
      await expect.poll(() => page.getByLabel('What happened?').inputValue()).toBe('');
    },
  );

  test('after the answer was lost on the line, leads to the check page, whose button makes no second case', async () => {
    const page = await phone();
    await toCheck(page, '/xx/water/complain/');
    phones.line.changes = (passing) => (passing.method === 'POST' ? 'cut' : passing);
    await page.getByRole('button', { name: 'Send it', exact: true }).click();
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
    phones.line.changes = (passing) => passing;
    await page.goBack();
    const reference = await send(page);
    // Of the same button again, too.
    await page.reload();
    expect(await page.locator('.case-reference').textContent()).toBe(reference);
  });

  test('keeps two forms that are written side by side apart', async () => {
    const one = await phone();
    await toCheck(one, '/xx/water/complain/');
    const other = await one.context().newPage();
    await toCheck(other, '/xx/water/report/');
    expect(await back(one)).toBe('you');
    expect(await one.locator('input[name=kind]').first().inputValue()).toBe('complaint');
    await send(other);
    expect(await back(one)).toBe('details');
    expect(await one.getByLabel('Where? (optional)').inputValue()).toBe('Window 3');
  });

  test('shows no word in another language either', async () => {
    const page = await phone();
    await toCheck(page, '/xx/water/report/');
    await page.getByRole('button', { name: 'Kiswahili' }).click();
    await page.getByRole('heading', { level: 1, name: 'Angalia ulichoandika' }).waitFor();
    await page.getByRole('button', { name: 'Tuma', exact: true }).click();
    await page.locator('.case-reference').waitFor();
    for (let entry = 0; entry < 4; entry++) {
      await page.goBack();
      expect(await textOf(page)).not.toContain('Window 3');
    }
  });
});

test.each(ways)(
  'the page that shows the secret shows it in the other language too, %s',
  async (_, javaScriptEnabled) => {
    const page = await visitor({ javaScriptEnabled });
    await toCheck(page, '/xx/water/report/');
    const reference = await send(page);
    const secret = await page.locator('.case-secret').innerText();
    await page.getByRole('button', { name: 'Kiswahili' }).click();
    await page.waitForURL('**/sw/cases/view/');
    expect(await page.locator('html').getAttribute('lang')).toBe('sw');
    expect(await page.locator('.case-reference').textContent()).toBe(reference);
    expect(await page.locator('.case-secret').innerText()).toBe(secret);
  },
);

test('the first step takes what was typed along to the other language', async () => {
  const page = await visitor();
  await page.goto('/xx/water/complain/');
  await page.getByLabel('What happened?').fill(words);
  await page.getByRole('link', { name: 'Kiswahili' }).click();
  await page.waitForURL('**/sw/cases/new/?form=*');
  expect(await page.locator('textarea[name=details]').inputValue()).toBe(words);
});

test('where a browser holds no cookies, the steps are answered as they are posted, and lose nothing', async () => {
  const page = await visitor();
  phones.line.changes = ({ headers, ...passing }) => ({
    ...passing,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'set-cookie')),
  });
  await toCheck(page, '/xx/water/complain/');
  expect(await textOf(page)).toContain(words);
  await send(page);
});

test('“Forget everything on this phone” forgets a form that is on its way', async () => {
  const page = await visitor();
  await toCheck(page, '/xx/water/report/');
  const address = page.url();
  await page.goto('/on-this-phone/');
  await page.getByRole('button', { name: 'Forget everything on this phone' }).click();
  await page.getByText('Nothing of this portal is kept').waitFor();
  await page.goto(address);
  expect(await heading(page)).toBe(GONE);
});
