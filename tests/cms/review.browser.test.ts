import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { barriersOn } from '../journeys/accessibility.ts';
import { PATIENCE_MS } from '../patience.ts';
import { startSmallPortal, type SmallPortal } from '../server/small-portal.ts';

/* Two people on their phones: an officer who may not publish, without script, and the reviewer of the country. */

const MOVE_CLOCK = resolve(import.meta.dirname, '..', 'server', 'move-clock.ts');
const ADA = 'ada@water.example';
const RITA = 'rita@review.example';
const SIGN_IN = 'Sign in to the charter desk';
const DRAFT = '/desk/review/services-water/connection/';

let portal: SmallPortal;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  portal = await startSmallPortal({ NODE_OPTIONS: `--import=${MOVE_CLOCK}` }, (dir) => {
    writeFileSync(
      join(dir, 'content', 'officers.yaml'),
      `officers:
  - { name: Ada Odhiambo, email: ${ADA}, agencies: [water], mayPublish: false }
  - { name: Rita Musa, email: ${RITA}, role: reviewer, jurisdictions: [xx] }
`,
    );
    execFileSync('git', ['-C', dir, '-c', 'user.name=T', '-c', 'user.email=t@t.example', 'commit', '-qam', 'Officers']);
  });
});
afterAll(async () => {
  await portal.stop();
  await browser.close();
});

/** Opens an address of the desk, signs in by the link that is mailed, and lands where one wanted to go. */
async function signedIn(email: string, path: string): Promise<Page> {
  const page = await browser.newPage({
    baseURL: portal.url,
    // What looks for barriers is a script.
    javaScriptEnabled: email === RITA,
    viewport: { width: 390, height: 844 },
  });
  page.setDefaultTimeout(PATIENCE_MS);
  const links = (await mailsTo(email, SIGN_IN)).length;
  await page.goto(path);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.goto(linkIn(await mailTo(email, SIGN_IN, links + 1)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === path.split('?')[0]);
  return page;
}

/** Waits for the newest mail to somebody whose subject begins so. */
async function mailTo(email: string, subject: string, count = 1): Promise<Email> {
  const found = (): Promise<Email[]> => mailsTo(email, subject);
  await expect.poll(async () => (await found()).length, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(count);
  return (await found())[0] as Email;
}
async function mailsTo(email: string, subject: string): Promise<Email[]> {
  return (await portal.mail()).filter(
    (mail) => mail.to?.some(({ address }) => address === email) && mail.subject?.startsWith(subject),
  );
}
const linkIn = ({ text = '' }: Email): string => /https?:\/\/\S+/.exec(text)?.[0] ?? '';
const fitsPhone = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(390);

test('a fee is drafted, discussed, sent back, approved for a day, and published on it by itself after a restart', async () => {
  const ada = await signedIn(ADA, '/desk/bodies/water/change/?service=connection&at=fees.0');
  await ada.getByLabel('Amount').fill('2,000');
  await ada.getByRole('radio', { name: 'Our office says so itself' }).check();
  const validFrom = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await ada.getByLabel('Valid from').fill(validFrom);
  await ada.getByRole('button', { name: 'Save as draft' }).click();
  await ada.waitForURL(`**${DRAFT}`);
  const change = 'Fee XTS\u00a01,500 → XTS\u00a02,000, from ';
  await ada.getByText(change).waitFor();
  expect(await ada.getByRole('button', { name: 'Publish now' }).count()).toBe(0);
  await ada.getByLabel('Your words').fill('As in the new price list.');
  await ada.getByRole('button', { name: 'Ask for a review' }).click();
  await ada.getByText('Ada Odhiambo asked for a review').waitFor();
  await fitsPhone(ada);

  const asked = await mailTo(RITA, 'Please review – Water Board, New connection: fee');
  expect(asked.text).toContain('As in the new price list.');
  expect(asked.text).not.toContain(ADA);
  const rita = await signedIn(RITA, new URL(linkIn(asked)).pathname);
  await rita.getByText(change).waitFor();
  await rita.getByText('Field by field').click();
  await rita.getByText('1500', { exact: true }).waitFor();
  expect(await barriersOn(rita)).toEqual([]);
  await rita.getByLabel('Your words').fill('Is there a source?');
  await rita.getByRole('button', { name: 'Comment' }).click();
  await rita.getByText('Is there a source?').waitFor();
  expect((await mailTo(ADA, 'Comment – ')).text).toContain('Is there a source?');
  await rita.getByLabel('Your words').fill('Write 2,500: the list was corrected.');
  await rita.getByRole('button', { name: 'Send back' }).click();
  await rita.getByText('sent back to its author').waitFor();
  await mailTo(ADA, 'Sent back – ');

  await ada.goto('/desk/bodies/water/change/?service=connection&at=fees.0');
  await ada.getByLabel('Amount').fill('2,500');
  await ada.getByRole('radio', { name: 'Our office says so itself' }).check();
  await ada.getByRole('button', { name: 'Save as draft' }).click();
  await ada.waitForURL(`**${DRAFT}`);
  await ada.getByRole('button', { name: 'Ask for a review' }).click();
  await ada.getByText('waits for a review').waitFor();

  // A restart in between forgets nothing, not even who is signed in.
  portal = await portal.again();
  await rita.goto(new URL('/desk/review/', portal.url).href);
  await fitsPhone(rita);
  expect(await barriersOn(rita)).toEqual([]);
  await rita.locator('#waiting').getByRole('link', { name: 'New connection' }).click();
  await rita.getByText('Is there a source?').waitFor();
  expect(await rita.getByLabel('Publish on a day').inputValue()).toBe(validFrom);
  await rita.getByRole('button', { name: 'Approve for this day' }).click();
  await rita.getByText('approved by Rita Musa').waitFor();
  expect((await mailTo(ADA, 'Approved – ')).text).toContain('It is published by itself on');

  portal = await portal.again({ CLOCK_DAYS: '3' });
  await mailTo(ADA, 'Published – Water Board, New connection: fee');
  const log = execFileSync('git', ['-C', portal.dir, 'log', '-1', '--format=%an|%B'], { encoding: 'utf8' });
  expect(log).toMatch(/^Ada Odhiambo\|Water Board, New connection: fee XTS.1,500 → XTS.2,500/);
  expect(log).toContain(`Published-by: Rita Musa <${RITA}>`);
  expect(execFileSync('git', ['-C', portal.dir, 'status', '--porcelain'], { encoding: 'utf8' })).toBe('');
  const citizen = await browser.newPage({ baseURL: portal.url });
  await expect
    .poll(async () => (await citizen.goto('/xx/water/connection/')) && citizen.locator('main').textContent(), {
      timeout: PATIENCE_MS,
    })
    .toContain('2,500');
});

test('discarding somebody else’s draft asks first and says whose it is; it can be had back', async () => {
  const ada = await signedIn(ADA, '/desk/bodies/water/change/?service=connection&at=fees.0');
  await ada.getByLabel('Amount').fill('9,000');
  await ada.getByRole('radio', { name: 'Our office says so itself' }).check();
  await ada.getByRole('button', { name: 'Save as draft' }).click();
  await ada.waitForURL(`**${DRAFT}`);
  const rita = await signedIn(RITA, DRAFT);
  await rita.getByRole('link', { name: 'Discard this draft' }).click();
  await rita.getByText('This draft is by Ada Odhiambo, not by you.').waitFor();
  await rita.getByRole('button', { name: 'Yes, discard it' }).click();
  await rita.waitForURL('**/desk/review/');
  await rita.getByText(/discarded by Rita Musa/).waitFor();
  expect(await rita.getByRole('link', { name: 'New connection' }).count()).toBe(0);
  await rita.getByRole('button', { name: /^Restore .*New connection$/ }).click();
  await rita.getByText(/9,000/).first().waitFor();
  expect(portal.output()).toContain('draft-discarded');
});
