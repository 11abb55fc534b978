import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/lib/locales.ts';
import { pageTexts } from '../../src/texts/texts.ts';

/** Sends the form that is filled in on a page: on to the check page, and from there. */
export async function sendForm(
  page: Page,
  { language = 'en', form = page.locator('main') }: { language?: Language; form?: Locator } = {},
): Promise<void> {
  const m = pageTexts('cases', language);
  await goOn(page, { language, form });
  await page.getByRole('heading', { level: 1, name: m.checkTitle }).waitFor();
  await page.getByRole('button', { name: m.sendIt, exact: true }).click();
}

/** Presses the button of the form; what comes is the check page, or the form again. */
export async function goOn(
  page: Page,
  { language = 'en', form = page.locator('main') }: { language?: Language; form?: Locator } = {},
): Promise<void> {
  await form.getByRole('button', { name: pageTexts('cases', language).continue, exact: true }).click();
}
