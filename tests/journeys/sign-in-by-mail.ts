import type { Locator, Page } from '@playwright/test';
import { mailWith } from './inbox.ts';

/** From the door of the desk, where an officer stands: asks for a link, opens the mail, and confirms. `tap` presses. */
export async function signInByMail(
  page: Page,
  email: string,
  tap: (on: Locator) => Promise<void> = (on) => on.click(),
): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await tap(page.getByRole('button', { name: 'Send me the link', exact: true }));
  await page.getByText('a link is on its way').waitFor();
  const mail = await mailWith(({ to, subject }) => to?.[0]?.address === email && /Sign in/.test(subject ?? ''));
  const link = /https?:\/\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await tap(page.getByRole('button', { name: 'Sign in', exact: true }));
}
