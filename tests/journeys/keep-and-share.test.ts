import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { addDays, weekdayNameOf } from '../../src/deadlines/working-days.ts';
import { barriersOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { sendForm } from './send-form.ts';

const open = useBrowser();

async function reportBribe(page: Page): Promise<{ reference: string; secret: string }> {
  await page.goto('/ke/ntsa/report/');
  await page.getByLabel('What happened?').fill('The officer at the window asked for two thousand to find my file.');
  await sendForm(page);
  await page.locator('.case-reference').waitFor();
  const [reference, secret] = await Promise.all(
    ['.case-reference', '.case-secret'].map((part) => page.locator(part).textContent()),
  );
  return { reference: reference ?? '', secret: secret ?? '' };
}

const widerThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('a driver who reported a bribe without a name', () => {
  it('keeps reference and secret by SMS and as a file, without JavaScript, and is told what they open', async () => {
    const visitor = await open({ javaScriptEnabled: false, acceptDownloads: true });
    const { page } = visitor;
    const { reference, secret } = await reportBribe(page);
    await page.getByText('Whoever reads both can read your report.').waitFor();
    await page.getByText('nobody can give you another').waitFor();
    const sms = (await page.getByRole('link', { name: 'SMS to yourself' }).getAttribute('href')) ?? '';
    const words = decodeURIComponent(sms.replace('sms:?&body=', ''));
    expect(words).toContain(`Reference: ${reference}\nSecret: ${secret}\n`);
    // Whoever sees the message on the phone learns of no bribe and of no office.
    expect(words).not.toMatch(/bribe|report|NTSA/i);
    // What only a script can do is not offered.
    expect(await page.getByRole('button', { name: 'Copy both' }).count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a text file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`case-${reference}.txt`);
    expect(download.url()).not.toContain(secret);
    expect(await readFile(await download.path(), 'utf8')).toContain(`Secret: ${secret}\r\n`);
    expect(await widerThanScreen(page)).toBe(false);
    expectQuiet(visitor);
  });

  it('copies both with one tap, and is told that it worked', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { reference, secret } = await reportBribe(page);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy both' }).click();
    await page.getByRole('status').getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(reference);
    expect(copied).toContain(secret);
  });

  it('sees on the case page first where it stands, then what to do, with the main thing as a button', async () => {
    const { page } = await open();
    await reportBribe(page);
    await page.getByRole('button', { name: 'Open the case' }).click();
    const head = page.locator('.receipt');
    await head.getByText('No answer yet.').waitFor();
    expect(await head.locator('.stamp').textContent()).toMatch(/With the office|Received/);
    const tops = await page.evaluate(() =>
      ['.receipt', '.case-action-main > .button', '.timeline', '.drawer'].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0,
      ),
    );
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    expect(await widerThanScreen(page)).toBe(false);
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('the page of a service', () => {
  const path = '/ke/helb/clearance-certificate/';

  it('is told to have helped or not without JavaScript, with the way to have it mended', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(path);
    await page.getByRole('heading', { name: 'Was this page useful?' }).waitFor();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/feedback/');
    expect(await page.getByRole('link', { name: 'Report what is wrong' }).getAttribute('href')).toBe(
      '/ke/helb/feedback/#wrong-content',
    );
    await page.getByRole('link', { name: /Back to the page/ }).click();
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it('thanks in its place with a script, to whoever listens too', async () => {
    const visitor = await open();
    await visitor.page.goto(path);
    await visitor.page.getByRole('button', { name: 'Yes', exact: true }).click();
    const thanks = visitor.page.getByRole('status').getByText('Thank you. It is counted');
    await thanks.waitFor();
    expect(await thanks.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(visitor.page.url()).pathname).toBe(path);
    expect(await barriersOn(visitor.page)).toEqual([]);
    expectQuiet(visitor);
  });

  it('counts one verdict, however often the button is tapped', async () => {
    const { page } = await open();
    await page.goto(path);
    let sent = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    await page.route('**/feedback/', async (route) => {
      sent++;
      await released;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Yes', exact: true }).dblclick();
    release();
    await page.getByRole('status').getByText('Thank you. It is counted').waitFor();
    expect(sent).toBe(1);
  });

  it('counts no verdict on a page that is not there', async () => {
    const send = async (fields: Record<string, string>): Promise<string | undefined | null> => {
      const address = new URL('/feedback/', inject('portalUrl'));
      const body = new URLSearchParams({ verdict: 'yes', ...fields });
      const answer = await fetch(address, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { origin: address.origin },
      });
      return new URL(answer.headers.get('location') ?? '', address).searchParams.get('kept');
    };
    expect(await send({ agency: 'helb', service: 'invented' })).toBe('false');
    expect(await send({ agency: 'invented' })).toBe('false');
    expect(await send({ agency: 'nis', service: 'clearance-certificate' })).toBe('false');
    expect(await send({ agency: 'helb', service: 'clearance-certificate' })).toBe('true');
  });

  it('is passed on by WhatsApp without a script, and by what the phone offers with one', async () => {
    const { page: plain } = await open({ javaScriptEnabled: false });
    await plain.goto(path);
    const href = (await plain.getByRole('link', { name: 'Send by WhatsApp' }).getAttribute('href')) ?? '';
    expect(new URL(href).searchParams.get('text')).toContain(path);
    const { page } = await open();
    await page.goto(path);
    await page.getByRole('link', { name: 'Send by SMS' }).waitFor();
    await page.getByRole('button', { name: 'Copy the address' }).waitFor();
    const { page: phone } = await open();
    await phone.addInitScript(() => {
      Object.assign(navigator, {
        share: (data: ShareData) => Promise.resolve(Object.assign(window, { shared: data })),
      });
    });
    await phone.goto(path);
    await phone.getByRole('button', { name: 'Share this page' }).click();
    expect(await phone.evaluate(() => (window as unknown as { shared: ShareData }).shared.url)).toContain(path);
  });
});

/** Opens whatever the offices are folded in, as one does on the way to them. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (let place = document.querySelector('[data-offices-in]')?.parentElement; place; place = place.parentElement)
      if (place instanceof HTMLDetailsElement) place.open = true;
  });

describe('the offices of an agency', () => {
  it('stand by county without a script, and one is chosen from a list with one', async () => {
    const { page: plain } = await open({ javaScriptEnabled: false });
    await plain.goto('/ke/huduma-kenya/');
    await unfold(plain);
    await plain.locator('summary', { hasText: 'Kisumu' }).click();
    await plain.getByText('Former PC Office, Prosperity House').waitFor();
    expect(await plain.getByLabel('County, State or region').isVisible()).toBe(false);

    const visitor = await open();
    await visitor.page.goto('/ke/huduma-kenya/');
    await unfold(visitor.page);
    await visitor.page.getByLabel('County, State or region').selectOption('Kisumu');
    await visitor.page.getByText('Former PC Office, Prosperity House').waitFor();
    expect(await visitor.page.locator('[data-offices-in]:visible').count()).toBe(1);
    expect(await barriersOn(visitor.page)).toEqual([]);
    expectQuiet(visitor);
  });

  it('leave their counties for the nearest first, and no list to choose a county from, nor an empty drawer, stays', async () => {
    const { page } = await open({
      geolocation: { latitude: -0.1, longitude: 34.75 },
      permissions: ['geolocation'],
    });
    // Offices with their place on the map, of which the shipped content has none: all but the last.
    await page.route('**/ke/huduma-kenya/', async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text())
        .replace(/ data-offices(?=[ >])/, ' data-offices data-nearest="Nearest first" data-away="{km} km"')
        .replace(/<ul class="contact"(?=[^]*<ul class="contact"[^]*<\/details>)/g, '$& data-at="-1.28 36.82"');
      await route.fulfill({ response: answer, body: html });
    });
    await page.goto('/ke/huduma-kenya/');
    await unfold(page);
    const choice = page.getByLabel('County, State or region');
    await choice.selectOption('Kisumu');
    await page.getByRole('button', { name: 'Nearest first' }).click();
    await page
      .getByText(/^\d+ km$/)
      .first()
      .waitFor();
    expect(await choice.isVisible()).toBe(false);
    const drawers = page.locator('[data-offices-in]:visible');
    for (const drawer of await drawers.all())
      expect(await drawer.locator('summary').innerText()).toMatch(
        new RegExp(` \\(${await drawer.locator('.contact').count()}\\)$`),
      );
    expect(await drawers.filter({ hasNot: page.locator('.contact') }).count()).toBe(0);
  });

  it('are said to be open or not by the clock of the country and its holidays, wherever the visitor is', async () => {
    const { page } = await open({ timezoneId: 'America/New_York' });
    await page.goto('/ke/psc/');
    const holidays = ((await page.locator('[data-offices]').getAttribute('data-holidays')) ?? '').split(' ');
    const [holiday = ''] = holidays;
    const ahead = Array.from({ length: 60 }, (_, index) => addDays(holiday, index));
    const monday = ahead.find((day) => weekdayNameOf(day) === 'monday' && !holidays.includes(day)) ?? '';
    for (const [instant, says] of [
      [`${monday}T07:00:00Z`, 'By these hours open now, until 17:00.'],
      [`${monday}T17:00:00Z`, 'By these hours closed now. Opens Tuesday at 08:00.'],
      // Late on Sunday in New York it is Monday morning in Nairobi.
      [`${monday}T05:00:00Z`, 'By these hours open now, until 17:00.'],
      [`${holiday}T07:00:00Z`, 'Closed today: it is a public holiday.'],
    ] as const) {
      await page.clock.setFixedTime(instant);
      await page.reload();
      await expect.poll(() => page.locator('[data-opening]').first().textContent()).toBe(says);
    }
    // Of a day so far ahead the page does not know the holidays.
    await page.clock.setFixedTime('2099-06-15T07:00:00Z');
    await page.reload();
    await page.locator('[data-offices]').waitFor({ state: 'attached' });
    expect(await page.locator('[data-opening]').first().isVisible()).toBe(false);
  });

  it('claim nothing where no script reckons, and none of it stands in the page that was published', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/ke/psc/');
    expect(await page.locator('[data-opening]').first().isVisible()).toBe(false);
    expect(await page.locator('[data-opening]').first().textContent()).toBe('');
  });
});
