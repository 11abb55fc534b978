import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, inject, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { mailWith } from './inbox.ts';
import { sendForm } from './send-form.ts';

const open = useBrowser();
const ANSWER = 'We found the file, and the loan is paid out on Monday.';

/** Has the database of the running portal refuse the closing of a case, as a full disk would, or take it again. */
function refuseClosing(reference: string, refuse: boolean): void {
  const db = new DatabaseSync(join(inject('portalDir'), '.data', 'cases.sqlite'));
  // Of this case alone, since others are closed at the same time.
  const closed = `new.kind = 'resolved' and new.case_id = (select id from cases where reference = '${reference}')`;
  const trigger = `create trigger full before insert on events when ${closed} begin select raise(abort, 'full'); end`;
  db.exec(refuse ? trigger : 'drop trigger full');
  db.close();
}

describe('a store that takes nothing', () => {
  it('gives an officer’s answer back with one sentence, and takes it once there is room', async () => {
    const { page: citizen } = await open();
    await citizen.goto('/ke/helb/complain/');
    await citizen.getByLabel('What happened?').fill('I have waited for my loan since January, and nobody answers.');
    await sendForm(citizen);
    const reference = (await citizen.locator('.case-reference').textContent()) ?? '';
    const mail = await mailWith((candidate) => Boolean(candidate.subject?.includes(reference)));
    const { page: officer } = await open();
    await officer.goto(/http\S+\/cases\/act\/\?\S+/.exec(mail.text ?? '')?.[0] ?? '');
    const close = officer
      .locator('details.case-action')
      .filter({ has: officer.locator('summary', { hasText: 'Close it' }) });
    await close.locator('summary').click();
    await close.getByLabel('Looked into, and not upheld').check();
    await close.getByRole('textbox').fill(ANSWER);
    refuseClosing(reference, true);
    try {
      const [answer] = await Promise.all([
        officer.waitForResponse((response) => response.request().method() === 'POST'),
        close.locator('button').click(),
      ]);
      expect(answer.status()).toBe(503);
      await officer.getByRole('alert').getByText('It could not be saved. The fault is ours.').waitFor();
      expect(await barriersOn(officer)).toEqual([]);
      expect(await close.getByRole('textbox').inputValue()).toBe(ANSWER);
      expect(await close.getByLabel('Looked into, and not upheld').isChecked()).toBe(true);
    } finally {
      refuseClosing(reference, false);
    }
    await close.locator('button').click();
    await officer.locator('.receipt blockquote', { hasText: ANSWER }).waitFor();
    await officer.getByText('The case is closed').first().waitFor();
  });
});
