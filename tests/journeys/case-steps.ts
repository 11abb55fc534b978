import type { Page } from '@playwright/test';
import type { Email } from 'postal-mime';
import { mailWith } from './inbox.ts';

/** Opens the form of an action, as one does before filling it in. */
export async function choose(page: Page, action: string): Promise<ReturnType<Page['locator']>> {
  const form = page.locator('details.case-action').filter({ has: page.locator('summary', { hasText: action }) });
  await form.locator('summary').click();
  return form;
}

/** Reference and secret of the case that was sent just now. */
export async function keysOn(page: Page): Promise<{ reference: string; secret: string }> {
  const [reference, secret] = await Promise.all(
    ['.case-reference', '.case-secret'].map((part) => page.locator(part).textContent()),
  );
  return { reference: reference ?? '', secret: secret ?? '' };
}

/** The link to a page of cases in a mail. */
export function linkIn(mail: Email, path: string): string {
  const found = new RegExp(`http\\S+${path}\\?\\S+`).exec(mail.text ?? '')?.[0];
  if (!found) throw new Error(`The mail "${mail.subject}" has no link to ${path}:\n${mail.text}`);
  return found;
}

/** Waits for a mail to an address about a case, with some words in it. */
export const mailTo = (address: string, reference: string, words: string): Promise<Email> =>
  mailWith(
    (mail) =>
      mail.to?.[0]?.address === address &&
      `${mail.subject}\n${mail.text}`.includes(reference) &&
      Boolean(mail.text?.includes(words)),
  );
