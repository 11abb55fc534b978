import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { mailWith } from '../journeys/inbox.ts';
import { sendForm } from '../journeys/send-form.ts';
import { shippedRegister } from '../register/shipped-content.ts';
import { pdfPages } from './pdf-text.ts';
import { readQr } from './read-qr.ts';
import { PATIENCE_MS } from '../patience.ts';

/** A portal that runs already may be named, to look at its paper without building another. */
const base = process.env.OPENCHARTER_TEST_URL ?? inject('portalUrl');
const charters = ['/ng/inec/', '/ke/oag-doj-ict/', '/ke/immigration/'];
const navigation = [
  'Agencies A–Z',
  'Follow a case',
  'Kiswahili',
  'Privacy',
  'Accessibility',
  'Show this table on your own site',
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.emulateMedia({ media: 'print' });
});

afterAll(() => browser?.close());

async function open(path: string): Promise<void> {
  const response = await page.goto(`${base}${path}`);
  expect(response?.status(), path).toBe(200);
}

async function print(path: string): Promise<string[]> {
  await open(path);
  return pdfPages(await page.pdf({ preferCSSPageSize: true }));
}

describe.each(charters)('the charter %s on paper', (path) => {
  test('is a document without the navigation of a website, its sheets numbered', async () => {
    const sheets = await print(path);
    expect(sheets.length).toBeGreaterThan(1);
    const text = sheets.join(' ');
    for (const words of navigation) expect(text).not.toContain(words);
    expect(text).toContain('Demonstration. Compiled from public sources');
    sheets.forEach((sheet, i) => expect(sheet.replaceAll(' ', '')).toContain(`${i + 1}/${sheets.length}`));
  });

  test('has every service as a row that is whole, with what is known of its cost and time', async () => {
    const text = (await print(path)).join(' ').replace(/\s+/g, '');
    const rows = page.locator('#services .fare > li');
    expect(await rows.count()).toBeGreaterThan(3);
    for (const name of await page.locator('.fare-what').allTextContents())
      expect(text).toContain(name.replace(/\s+/g, ''));
    const layout = await rows.evaluateAll((all) =>
      all.map((row) => [getComputedStyle(row).breakInside, row.scrollWidth > (row.parentElement?.clientWidth ?? 0)]),
    );
    for (const row of layout) expect(row).toEqual(['avoid', false]);
  });

  test('has open on paper what is folded on a screen, its sources with their addresses among it', async () => {
    const text = (await print(path)).join(' ').replace(/\s+/g, '');
    const folded = page.locator('details.drawer:not(.no-print)');
    expect(await folded.count()).toBeGreaterThan(3);
    for (const title of await folded.locator('> summary').allTextContents())
      expect(text, title).toContain(title.replace(/\s+/g, ''));
    const addresses = await page
      .locator('.sources a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const address of addresses) expect(text).toContain(address?.replace(/\s+/g, ''));
  });

  test.each(['', '/sw'])('fits on a poster of one page, with a code that opens the charter (%s)', async (language) => {
    const sheets = await print(`${language}${path}poster/`);
    expect(sheets.length).toBe(1);
    expect(sheets[0]).toContain(
      await page
        .locator('.poster h1')
        .innerText()
        .then((name) => name.split(' ')[0]),
    );
    const code = await readCodeOnPage();
    expect(new URL(code.text).pathname).toBe(`${language}${path}`);
    expect(code.text.replace(/^https?:\/\//, '')).toBe(await page.locator('.poster-address a').textContent());
  });
});

test('a case has on paper what its citizen wrote, who has it and the days it has', async () => {
  const words = 'I waited three months for an answer to my letter and nobody replied.';
  const citizen = await browser.newPage();
  citizen.setDefaultTimeout(PATIENCE_MS);
  await citizen.goto(`${base}/ke/helb/complain/`);
  await citizen.getByLabel('What happened?').fill(words);
  await citizen.getByLabel('It took, or takes, longer than promised').check();
  await sendForm(citizen);
  await citizen.locator('.case-secret').waitFor();
  const [reference = '', secret = ''] = await citizen.locator('.case-reference, .case-secret').allTextContents();
  // The days of the office begin when its mail has arrived.
  await mailWith((mail) => Boolean(mail.text?.includes(reference)));
  await citizen.goto(`${base}/cases/`);
  await citizen.getByLabel('Reference').fill(reference);
  await citizen.getByLabel('Secret').fill(secret);
  await citizen.getByRole('button', { name: 'Show the case' }).click();
  await citizen.locator('.timeline').waitFor();
  const text = pdfPages(await citizen.pdf({ preferCSSPageSize: true }))
    .join(' ')
    .replace(/\s+/g, '');
  expect(text).toContain(words.replace(/\s+/g, ''));
  const folded = citizen.locator('details.drawer:not(.no-print)');
  const days = folded.locator('.deadline-days time');
  expect(await days.count()).toBeGreaterThan(3);
  for (const told of [...(await folded.locator('> summary').allTextContents()), ...(await days.allTextContents())])
    expect(text, told).toContain(told.replace(/\s+/g, ''));
  // Browsers that know no style for the content of a fold open it before they print.
  const closed = citizen.locator('details.drawer:not([open])');
  expect(await closed.count()).toBeGreaterThan(3);
  await citizen.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await closed.count()).toBe(0);
  await citizen.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await closed.count()).toBeGreaterThan(3);
  await citizen.close();
});

/** Asks the browser which points of the drawing it fills, and reads the code from them. */
async function readCodeOnPage(): Promise<ReturnType<typeof readQr>> {
  const modules = await page.locator('.poster-qr').evaluate((node) => {
    const { width } = (node as SVGSVGElement).viewBox.baseVal;
    const path = node.querySelector('.poster-qr-modules') as SVGPathElement;
    const inside = Array.from({ length: width - 8 }, (_, i) => i + 4.5);
    return inside.map((y) => inside.map((x) => path.isPointInFill(new DOMPoint(x, y))));
  });
  return readQr(modules);
}

test('every poster in every language is one sheet with nothing cut off, its headings readable from two metres', async () => {
  const faults: string[] = [];
  const { agencies } = await shippedRegister();
  for (const language of ['', '/sw']) {
    const paths = [...agencies.values()].map(({ id, data }) => `${language}/${data.jurisdiction}/${id}/poster/`);
    await open(paths[0] ?? '');
    faults.push(...(await page.evaluate(faultsOfPosters, paths)));
  }
  expect(faults).toEqual([]);
});

/**
 * Runs in the browser, on a poster of the same language: puts the others in its place one after another, which takes a
 * tenth of opening each, and tells what is cut off or too small. They must share their style sheets and have no
 * pictures, or this would not see them as they are.
 */
async function faultsOfPosters(paths: string[]): Promise<string[]> {
  const stylesOf = (of: Document): string =>
    [...of.querySelectorAll('link[rel="stylesheet"], style')].map((node) => node.outerHTML).join();
  const points = (element: Element | null): number =>
    element ? Number.parseFloat(getComputedStyle(element).fontSize) * 0.75 : 0;
  const faultOf = (poster: Element): string => {
    const blocks = [poster, ...poster.querySelectorAll('header, section, footer, figure, div, table, li, p')];
    const cut = blocks.find(
      (block) =>
        !block.closest('.visually-hidden') &&
        (block.scrollHeight > block.clientHeight + 1 || block.scrollWidth > block.clientWidth + 1),
    );
    const small = points(poster.querySelector('h1')) < 26 || points(poster.querySelector('h2')) < 20;
    return cut ? `cut off: ${cut.className || cut.tagName}` : small ? 'small headings' : '';
  };
  const faults: string[] = [];
  for (const path of paths) {
    const response = await fetch(path);
    const other = new DOMParser().parseFromString(await response.text(), 'text/html');
    const [here, poster] = [document, other].map((of) => of.querySelector('.poster'));
    const same = stylesOf(other) === stylesOf(document) && other.documentElement.lang === document.documentElement.lang;
    if (!response.ok || !here || !poster || !same || poster.querySelector('img')) {
      faults.push(`${path} (${response.status}) is no poster like the others`);
      continue;
    }
    document.documentElement.className = other.documentElement.className;
    document.body.className = other.body.className;
    here.replaceWith(document.adoptNode(poster));
    const fault = faultOf(poster);
    if (fault) faults.push(`${path} ${fault}`);
  }
  return faults;
}
