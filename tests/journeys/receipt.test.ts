import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { QUIET_ZONE } from '../../src/site/views/qr-path.ts';
import { signedReceipt } from '../../src/schemas/cases/receipt.ts';
import { readQr } from '../print/read-qr.ts';
import { barriersOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { sendForm } from './send-form.ts';

const open = useBrowser();
const words = 'I paid for the clearance certificate in March, and nobody at the window has it.';

const widerThan = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function complain(page: Page, path = '/ke/helb/complain/', text = words): Promise<{ secret: string }> {
  await page.goto(path);
  await page.getByLabel('What happened?').fill(text);
  await sendForm(page);
  await page.locator('.case-reference').waitFor();
  return { secret: (await page.locator('.case-secret').textContent()) ?? '' };
}

async function save(page: Page): Promise<{ file: string; path: string; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the receipt' }).click(),
  ]);
  const path = await download.path();
  return { path, file: await readFile(path, 'utf8'), name: download.suggestedFilename() };
}

/** The address in a QR code that is drawn on a page. */
async function qrOn(page: Page): Promise<{ text: string; version: number; level: string }> {
  const { size, path } = await page.locator('.receipt-qr').evaluate((node) => ({
    size: (node as SVGSVGElement).viewBox.baseVal.width,
    path: node.querySelector('path:last-child')?.getAttribute('d') ?? '',
  }));
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    dark[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return readQr(dark.slice(QUIET_ZONE, size - QUIET_ZONE).map((row) => row.slice(QUIET_ZONE, size - QUIET_ZONE)));
}

describe('a citizen who complained', () => {
  it('saves a receipt without JavaScript, and anybody has it checked by the portal', async () => {
    const visitor = await open({ javaScriptEnabled: false, acceptDownloads: true });
    const { page } = visitor;
    const { secret } = await complain(page);
    const { file, name } = await save(page);
    expect(name).toMatch(/^receipt-[0-9A-Z]{4}-[0-9A-Z]{4}\.json$/);
    for (const told of [secret, words]) expect(file).not.toContain(told);
    const receipt = signedReceipt.strip().parse(JSON.parse(file));
    expect(receipt.statement.portal).toBe(inject('portalUrl'));
    await page.goto('/receipts/');
    await page.getByText('Without JavaScript the receipt is sent to this portal').waitFor();
    expect(await page.getByLabel('Or choose the file').isVisible()).toBe(false);
    await page.getByLabel('The receipt', { exact: true }).fill(file);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Genuine. This portal signed it, and').waitFor();
    await page.getByText('It is not in the published chain yet').waitFor();
    await page.getByText('Higher Education Loans Board', { exact: true }).waitFor();
    await page.getByLabel('The receipt', { exact: true }).fill(file.replace('"complaint"', '"compliment"'));
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Not genuine: something in it was changed').waitFor();
    await page.getByLabel('The receipt', { exact: true }).fill('no receipt');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('This is no receipt.').waitFor();
    expect(await widerThan(page)).toBe(false);
    expectQuiet(visitor);
  });

  it('has a QR code whose receipt is checked in the browser, with the network off, and sent nowhere', async () => {
    const { page: sender } = await open({ acceptDownloads: true });
    await complain(sender);
    await sender.locator('summary', { hasText: 'The receipt as a QR code' }).click();
    expect(await barriersOn(sender)).toEqual([]);
    expect(await widerThan(sender)).toBe(false);
    const { path, file } = await save(sender);
    const code = await qrOn(sender);
    expect(code.level).toMatch(/[MQH]/);
    expect(code.text).toMatch(new RegExp(`^${inject('portalUrl')}/receipts/#1&`));

    const visitor = await open();
    const { page } = visitor;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await page.goto(code.text);
    await page.getByText('Genuine. This portal signed it, and').waitFor();
    await page.getByText('It is not in the published chain yet').waitFor();
    expect(await page.locator('[data-fact="body"]').textContent()).toContain('Higher Education Loans Board');
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThan(page)).toBe(false);
    const { statement } = signedReceipt.strip().parse(JSON.parse(file));
    expect(
      asked.filter((line) => line.includes(statement.hash) || line.includes('#') || line.includes('POST')),
    ).toEqual([]);
    expectQuiet({ ...visitor, complaints: visitor.complaints.filter((line) => !line.includes('404')) });

    await page.goto('/receipts/');
    await page.getByText('checked in your browser').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Or choose the file').setInputFiles(path);
    await page.getByText('Genuine. This portal signed it, and').waitFor();
    await page.getByText('there is no connection').waitFor();
    await page.getByLabel('What was written').fill(`${words}\r\n`);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText('These are the words that').waitFor();
    await page.getByLabel('What was written').fill(words.replace('March', 'April'));
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText('These are not the words').waitFor();
    await page.getByLabel('The receipt', { exact: true }).fill(file.replace('helb', 'kra'));
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Not genuine: something in it was changed').waitFor();
    expect(await page.getByLabel('What was written').isVisible()).toBe(false);
    const unknown = file.replace(/"key":"[0-9a-f]{4}/, '"key":"ffff');
    await page.getByLabel('The receipt', { exact: true }).fill(unknown);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Cannot be told').waitFor();
  });

  it('is told where the published chain is not the one that the receipt knew', async () => {
    const { page: sender } = await open({ acceptDownloads: true });
    await complain(sender);
    const { file } = await save(sender);
    const { page } = await open();
    // As if the operator had written the day before anew.
    await page.route('**/receipts/2*.json', async (route) => {
      const answer = await route.fetch();
      const day = (await answer.json()) as { receipts?: string[] };
      await route.fulfill({ response: answer, json: day.receipts ? { ...day, receipts: ['0'.repeat(64)] } : day });
    });
    await page.goto('/receipts/');
    await page.getByLabel('The receipt', { exact: true }).fill(file);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Genuine. This portal signed it, and').waitFor();
    await page.getByText('it was rewritten').waitFor();
  });

  it('finds the receipt again on the page of the case, with the words that it proves', async () => {
    const { page } = await open({ acceptDownloads: true });
    await complain(page);
    const first = await save(page);
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.locator('summary', { hasText: 'Proof that you sent it' }).click();
    await page.getByRole('button', { name: 'See the receipt' }).click();
    await page.getByRole('heading', { name: /^Receipt of case/ }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('.receipt-words').textContent()).toBe(words);
    const again = await save(page);
    const statementOf = (file: string): unknown => (JSON.parse(file) as { statement: unknown }).statement;
    expect(statementOf(again.file)).toEqual(statementOf(first.file));
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThan(page)).toBe(false);
  });
});

describe('a driver who reported a bribe', () => {
  it('has a receipt that is in no chain until a button is pressed, and is warned of what it tells', async () => {
    const { page } = await open({ javaScriptEnabled: false, acceptDownloads: true });
    await complain(page, '/ke/ntsa/report/', 'The officer at the window asked for two thousand to find my file.');
    await page.getByText('says that misconduct was reported').waitFor();
    const { file, name } = await save(page);
    expect(name).toMatch(/^receipt-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(file)).not.toHaveProperty('statement.day');
    expect(JSON.parse(file)).not.toHaveProperty('statement.reference');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.locator('summary', { hasText: 'Proof that you sent it' }).click();
    await page.getByRole('button', { name: 'See the receipt' }).click();
    await page.getByRole('button', { name: 'Put this report into the chain' }).click();
    await page.getByText('Save the receipt again').waitFor();
    expect(await page.getByRole('button', { name: 'Put this report into the chain' }).count()).toBe(0);
    expect(JSON.parse((await save(page)).file)).toHaveProperty('statement.day');
  });
});

it('the chain and the keys are open to everybody, in both languages', async () => {
  const at = (path: string): Promise<Response> => fetch(new URL(path, inject('portalUrl')));
  const { keys } = (await (await at('/receipts/keys.json')).json()) as { keys: { kid: string; d?: string }[] };
  expect(keys.map(({ d }) => d)).toEqual([undefined]);
  expect(await (await at(`/receipts/${keys[0]?.kid}.pem`)).text()).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  const newest = await at('/receipts/newest.json');
  expect(newest.headers.get('access-control-allow-origin')).toBe('*');
  const { day, head } = (await newest.json()) as { day: string; head: string };
  expect(await (await at(`/receipts/${day}.json`)).json()).toMatchObject({ head });
  for (const wrong of ['/receipts/2999-01-01.json', '/receipts/yesterday.json', '/receipts/0000000000000000.pem'])
    expect((await at(wrong)).status).toBe(404);
  const { page } = await open();
  await page.goto('/sw/receipts/');
  await page.getByRole('heading', { name: 'Kagua risiti' }).waitFor();
  expect(await page.locator('.receipt-hash').textContent()).toBe(head);
  expect(await widerThan(page)).toBe(false);
});
