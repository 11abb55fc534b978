import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/lib/locales.ts';
import type { FormStep } from '../../src/schemas/cases/form-field.ts';
import { pageTexts } from '../../src/texts/texts.ts';

interface Options {
  language?: Language;
  /** The form, where a page has several. */
  form?: Locator;
}

/** Sends the form that is filled in on a page: on through its steps to the check page, and from there. */
export async function sendForm(page: Page, options: Options = {}): Promise<void> {
  await goToCheck(page, options);
  const { sendIt } = pageTexts('cases', options.language ?? 'en');
  await page.getByRole('button', { name: sendIt, exact: true }).click();
}

/** Goes on through the steps that are left to the check page, with what is filled in. */
export async function goToCheck(page: Page, options: Options = {}): Promise<void> {
  await goTo(page, undefined, options);
}

/** Goes on to a step of the form, with what is filled in on those before. */
export async function goToStep(page: Page, step: FormStep, options: Options = {}): Promise<void> {
  await goTo(page, step, options);
}

/** Presses the button of the form; what comes is the next step, the check page, or the same step again. */
export async function goOn(page: Page, { language = 'en', form = page.locator('main') }: Options = {}): Promise<void> {
  const loaded = page.waitForEvent('load');
  await form.getByRole('button', { name: pageTexts('cases', language).continue, exact: true }).click();
  await loaded;
}

/** The step that a page shows; undefined on the check page. */
export async function stepOn(form: Locator): Promise<string | undefined> {
  const posted = form.locator('input[name="posted"]');
  return (await posted.count()) > 0 ? await posted.first().inputValue() : undefined;
}

async function goTo(page: Page, wanted: FormStep | undefined, options: Options): Promise<void> {
  let form = options.form ?? page.locator('main');
  for (let at = await stepOn(form); at !== wanted;) {
    await goOn(page, { ...options, form });
    form = page.locator('main');
    const next = await stepOn(form);
    if (next === at) throw new Error(`The step "${at}" was shown again: ${await page.title()}`);
    at = next;
  }
}
