import { describe, expect, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';
import { allMail, mailWith } from './inbox.ts';
import { goOn, goToCheck, goToStep, sendForm } from './send-form.ts';

const open = useBrowser();

describe('a citizen complains without JavaScript', () => {
  it('goes from the service page to the inbox and back to the case', async () => {
    const visitor = await open({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/ke/caj-ombudsman/');
    await page.getByRole('link', { name: 'Advisory opinions, training, public education' }).first().click();
    await page.getByRole('link', { name: /promise was broken/i }).click();

    // Too short: nothing is sent, and what was typed is kept.
    await page.getByLabel('What happened?').fill('Too short');
    await page.getByLabel('It took, or takes, longer than promised').check();
    await goOn(page);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await page.getByLabel('What happened?').inputValue()).toBe('Too short');
    expect(await page.getByLabel('It took, or takes, longer than promised').isChecked()).toBe(true);

    const words = 'I waited three months for an answer to my letter. <b>Nobody</b> replied.';
    await page.getByLabel('What happened?').fill(words);
    await page.getByLabel('I was asked for money beyond the fee').check();
    await goToStep(page, 'details');
    await page.getByLabel('How much were you asked for').fill('2,000');
    await goToStep(page, 'you');
    await page.getByLabel('E-mail (optional)').fill('wanjiku@example.org');
    await sendForm(page);
    await page.getByRole('heading', { name: 'Your complaint is saved' }).waitFor();
    const reference = (await page.locator('.case-reference').textContent()) ?? '';
    const secret = (await page.locator('.case-secret').textContent()) ?? '';

    const forwarded = await mailWith(
      (mail) => mail.to?.[0]?.address === 'complain@ombudsman.go.ke' && Boolean(mail.text?.includes(reference)),
    );
    expect(forwarded.text).toContain(words);
    expect(forwarded.text?.replaceAll('\u00a0', ' ')).toContain('KSh 2,000');
    // No consent was given, so the body learns what happened and not who wrote.
    expect(JSON.stringify(forwarded)).not.toContain('wanjiku');
    const acknowledgement = await mailWith((mail) => mail.to?.[0]?.address === 'wanjiku@example.org');
    expect(acknowledgement.text).toContain(reference);
    expect(acknowledgement.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );

    await page.goto('/cases/');
    await page.getByLabel('Reference').fill(reference.toLowerCase().replaceAll('-', ' '));
    await page.getByLabel('Secret').fill(secret);
    await page.getByRole('button', { name: 'Show the case' }).click();
    await page.getByRole('heading', { name: new RegExp(reference) }).waitFor();
    const shown = (await page.locator('main').textContent())?.replaceAll('\u00a0', ' ');
    expect(shown).toContain(words);
    expect(shown).toContain('KSh 2,000');
    expect(shown).toContain('a mail server took it');
    expectQuiet({ ...visitor, complaints: visitor.complaints.filter((line) => !line.includes('422')) });
  });

  it('is led to the body that gives a service, from where another body was said to', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const path of ['/ke/dci/police-abstract/', '/ke/dci/police-abstract/complain/']) {
      await page.goto(path);
      await page.getByText('Another body gives this.').waitFor();
      expect(await page.locator('main form, main .receipt').count()).toBe(0);
    }
    await page.getByRole('link', { name: /promise was broken/i }).click();
    await page.waitForURL('**/ke/national-police-service/police-abstract/complain/');
    await page.goto('/ke/dci/');
    expect((await page.locator('.fare').allTextContents()).join()).not.toContain('abstract');
  });

  it('is told when the agency has no e-mail and the complaint goes one rung up', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/ng/inec/voter-registration/complain/');
    await expect
      .poll(() => page.locator('main').textContent())
      .toContain(
        'We know no e-mail address of Independent National Electoral Commission for this, so it is passed over.',
      );
    await page.getByLabel('What happened?').fill('The registration centre was closed at eleven in the morning.');
    await sendForm(page);
    await page.getByRole('heading', { name: 'Your complaint is saved' }).waitFor();
    const reference = (await page.locator('.case-reference').textContent()) ?? '';
    const forwarded = await mailWith((mail) => Boolean(mail.text?.includes(reference)));
    expect(forwarded.to?.[0]?.address).toBe('info@servicom.gov.ng');
    expect(forwarded.text).toContain('Independent National Electoral Commission');
  });

  it('can do all of it in Kiswahili', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/sw/ke/eacc/complain/');
    await page.getByRole('textbox').first().fill('Niliombwa pesa zaidi ya ada iliyotangazwa katika ofisi.');
    await sendForm(page, { language: 'sw' });
    await page.locator('.case-reference').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sw');
    const reference = (await page.locator('.case-reference').textContent()) ?? '';
    await mailWith((mail) => Boolean(mail.text?.includes(reference)));
  });

  it('makes one case of a double tap', async () => {
    const { page } = await open();
    await page.goto('/ke/caj-ombudsman/complain/');
    await page.getByLabel('What happened?').fill('The same words, tapped twice in a hurry on a bad line.');
    await goToCheck(page);
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('button[value=send]');
      button?.form?.requestSubmit(button);
      button?.form?.requestSubmit(button);
    });
    await page.locator('.case-reference').waitFor();
    const reference = (await page.locator('.case-reference').textContent()) ?? '';
    // Whoever reloads the answer sends the same once more, and reads the same.
    await page.reload();
    expect(await page.locator('.case-reference').textContent()).toBe(reference);
    await mailWith((mail) => Boolean(mail.text?.includes(reference)));
    const same = (await allMail()).filter((mail) => mail.text?.includes('tapped twice in a hurry'));
    expect(same).toHaveLength(1);
  });
});
