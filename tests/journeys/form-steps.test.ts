import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { localePath, type Language } from '../../src/lib/locales.ts';
import { fieldTexts } from '../../src/schemas/cases/form-field.ts';
import { kindFields } from '../../src/schemas/cases/kinds.ts';
import type { CaseKind } from '../../src/schemas/cases/case.ts';
import { pageTexts } from '../../src/texts/texts.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { goOn, goToCheck, goToStep, stepOn } from './send-form.ts';

const open = useBrowser();
const smallPhone = { viewport: { width: 360, height: 640 } };
/** Of a field, so much has to be seen that one taps it: the least size of a target. */
const SEEN_PX = 40;

const STORY = 'The officer at gate 2 kept my papers and wanted to be paid for them.';

/** What a page has to be for everybody: without barriers, and no wider than the phone. */
async function expectGood(page: Page, what: string): Promise<void> {
  expect(await barriersOn(page), what).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, what).toBe(0);
}

const labelOf = (kind: CaseKind, language: Language, name: string): string => {
  const meta = kindFields(kind).find(([field]) => field === name)?.[1];
  return meta ? fieldTexts(meta, language).label : '';
};

const brokenPromises = (language: Language): Record<string, string> =>
  pageTexts('fields', language).submission.broken.options;

it.each([
  '/ke/kra/complain/',
  '/ng/nis/standard-passport/complain/',
  '/sw/ke/immigration/complain/',
  '/ke/kra/report/',
  '/sw/ke/immigration/report/',
  '/ng/ncc/request/',
  '/sw/ke/immigration/request/',
])('%s has its first field within the first screen of a small phone, and says which step it is', async (path) => {
  const { page } = await open(smallPhone);
  await page.goto(path);
  const field = await page.locator('form[data-complaint-form] textarea').first().boundingBox();
  expect(field?.y).toBeLessThanOrEqual(smallPhone.viewport.height - SEEN_PX);
  expect(await page.title()).toMatch(/step 1 of 3|hatua ya 1 kati ya 3/);
});

const walks = (['en', 'sw'] as const).flatMap((language) =>
  (
    [
      ['complaint', '/ke/kra/complain/', { box: 'broken' }],
      ['misconduct', '/ke/kra/report/', { box: 'moneyAsked' }],
      ['information-request', '/ke/helb/request/', {}],
    ] as const
  ).map(([kind, path, { box = undefined }]: readonly [CaseKind, string, { box?: string }]) => ({
    kind,
    language,
    path: localePath(language, path),
    box,
  })),
);

describe.each(walks)('the steps of a $kind in "$language"', ({ kind, language, path, box }) => {
  const label = (name: string): string => labelOf(kind, language, name);
  const m = pageTexts('cases', language);
  const f = pageTexts('forms', language);
  const moneyBox = box === 'broken' ? brokenPromises(language)['extra-money'] : box && label(box);

  it('can be used by everybody, tell what is wrong where it is wrong, and lead back and forth without a loss', async () => {
    const { page } = await open(smallPhone);
    const summary = page.locator('.error-summary');
    const focus = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');
    await page.goto(path);
    await expectGood(page, 'step 1');

    // Nothing is typed: the summary has the focus, and leads to the field.
    await goOn(page, { language });
    await expect.poll(focus).toContain('error-summary');
    await expectGood(page, 'step 1, with a problem');
    await summary.getByRole('link').first().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('details');
    await page.getByLabel(label('details')).fill(STORY);
    if (moneyBox) await page.getByLabel(moneyBox).check();
    await goOn(page, { language });
    expect(await stepOn(page.locator('main'))).toBe('details');
    expect(await page.title()).toContain(f.titleWithStep({ title: '', step: 2, count: 3 }).trim());
    await expectGood(page, 'step 2');

    if (moneyBox) {
      const day = page.getByRole('group', { name: label('happenedOn') });
      await day.getByLabel(f.day).fill('31');
      await day.getByLabel(f.month).fill('2');
      await day.getByLabel(f.year).fill('2026');
      await page.getByLabel(label('amountAsked')).fill('much');
      await goOn(page, { language });
      await expect.poll(focus).toContain('error-summary');
      expect(await summary.getByRole('link').count()).toBe(2);
      await expectGood(page, 'step 2, with problems');
      expect(await day.getByLabel(f.day).inputValue()).toBe('31');
      await summary.getByRole('link').nth(1).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('happenedOn');
      await day.getByLabel(f.day).fill('28');
      await page.getByLabel(label('amountAsked')).fill('5k');
    } else await page.getByLabel(label('period')).fill('2024');

    // Back by the button, and by the return key on again: that key never goes back.
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: f.back, exact: true }).click();
    await loaded;
    expect(await stepOn(page.locator('main'))).toBe('what');
    expect(await page.getByLabel(label('details')).inputValue()).toBe(STORY);
    await goOn(page, { language });
    const again = page.waitForEvent('load');
    await page.getByLabel(label(moneyBox ? 'amountAsked' : 'period')).press('Enter');
    await again;
    expect(await stepOn(page.locator('main'))).toBe('you');
    await expectGood(page, 'step 3');

    await page.getByLabel(label('email')).fill('amina@');
    await goOn(page, { language });
    await expect.poll(focus).toContain('error-summary');
    await expectGood(page, 'step 3, with a problem');
    expect(await page.getByLabel(label('email')).inputValue()).toBe('amina@');
    await page.getByLabel(label('email')).fill('amina@example.org');
    await goToCheck(page, { language });
    await expectGood(page, 'the check page');

    // Each step is opened from the check page, and leads back to it.
    for (const [name, step] of [
      [f.names.what, 'what'],
      [kind === 'information-request' ? f.names.request : f.names.details, 'details'],
      [kind === 'information-request' ? f.names.you : f.names.youAndFiles, 'you'],
    ] as const) {
      await page.getByRole('button', { name: `${f.change}: ${name}`, exact: true }).click();
      await page.locator(`input[name="posted"][value="${step}"]`).waitFor({ state: 'attached' });
      await page.getByRole('button', { name: f.backToCheck }).click();
      await page.getByRole('heading', { level: 1, name: m.checkTitle }).waitFor();
    }
    const main = (await page.locator('main').textContent())?.replaceAll('\u00a0', ' ');
    for (const words of [STORY, 'amina@example.org', ...(moneyBox ? ['5,000', '2026'] : ['2024'])])
      expect(main).toContain(words);
  });
});

it('walks the same steps without JavaScript, and asks for no sum where nobody was asked for money', async () => {
  const { page } = await open({ ...smallPhone, javaScriptEnabled: false });
  await page.goto('/ke/kra/report/');
  await page.getByLabel('What happened?').fill(STORY);
  await goToStep(page, 'details');
  expect(await page.getByLabel('How much').count()).toBe(0);
  await page.getByLabel('Where? (optional)').fill('Gate 2');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel('Somebody asked me for money').check();
  await goToStep(page, 'details');
  expect(await page.getByLabel('Where? (optional)').inputValue()).toBe('Gate 2');
  await page.getByLabel('How much').fill('laki 2');
  await goToCheck(page);
  await page.getByText('KSh\u00a0200,000').waitFor();
});

it('tells how to report without a name, and how to be safer, before anything that tells who one is', async () => {
  const { page } = await open({ ...smallPhone, javaScriptEnabled: false });
  await page.goto('/ke/kra/report/');
  const notes = page.getByRole('heading', { name: 'Confidential, not anonymous' });
  await page.getByText('Report safely, without your name').click();
  await notes.waitFor();
  await page.getByRole('heading', { name: 'Without your name' }).waitFor();
  await page.getByLabel('What happened?').fill(STORY);
  await goToStep(page, 'you');
  const notesAt = await notes.boundingBox();
  const fieldAt = await page.getByLabel('Name (optional)').boundingBox();
  expect(notesAt?.y).toBeLessThan(fieldAt?.y ?? 0);
});

it('shows who receives it and what was promised with the form, and the telephone for who would rather call', async () => {
  const { page } = await open(smallPhone);
  await page.goto('/ng/nis/standard-passport/complain/');
  await page.getByText('Who receives it').first().click();
  await page
    .getByText(/SERVICOM/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'What was promised' }).waitFor();
});
