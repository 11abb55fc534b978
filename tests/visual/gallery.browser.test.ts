import { existsSync, mkdirSync, readFileSync, statSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { PATIENCE_MS } from '../patience.ts';
import { comparePictures } from './compare-pictures.ts';

/*
 * The components of the gallery as they are drawn, against pictures of them in baseline/. After a change that is meant:
 * OPENCHARTER_RENEW_PICTURES=1 npx vitest run --project browser tests/visual
 * Look at the pictures before you commit them.
 */
const components = [
  ...['receipts', 'stamps', 'fares', 'case-heads', 'search-card', 'search-box', 'redress', 'fields', 'ways'],
  ...['evidence', 'notices', 'drawers'],
];
/** As phones show them, and of those that change most with the room or the light, as others do. */
const views: { name: string; width: number; scheme: 'light' | 'dark'; of: string[] }[] = [
  { name: 'phone', width: 360, scheme: 'light', of: components },
  { name: 'dark', width: 360, scheme: 'dark', of: ['receipts', 'stamps', 'redress', 'search-card'] },
  { name: 'wide', width: 1280, scheme: 'light', of: ['receipts', 'fares', 'ways'] },
];

/** Of the pixels of a picture; one line of a small letter is more. */
const SHARE_MAX = 0.0005;
const BASELINE_BYTES_MAX = 3_000_000;

/*
 * Machines have different fonts, and smooth and fit them differently. Every letter is set in the font that comes with the
 * portal, the marks of lists that no font of ours has are left out, and nothing moves or blinks.
 */
const likeEverywhere = `
  *, ::before, ::after { font-family: 'Charter Portal' !important; animation: none !important; transition: none !important; caret-color: transparent !important; }
  summary { list-style: none !important; }
  summary::-webkit-details-marker { display: none !important; }`;
const sameLetters = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const repo = resolve(import.meta.dirname, '..', '..');
const baseline = join(import.meta.dirname, 'baseline');
const drawnNow = join(repo, '.cache', 'visual');
const renew = process.env.OPENCHARTER_RENEW_PICTURES === '1';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(sameLetters);
});
afterAll(() => browser.close());

async function openGallery({ width, scheme }: { width: number; scheme: 'light' | 'dark' }): Promise<Page> {
  const page = await browser.newPage({
    baseURL: inject('portalUrl'),
    viewport: { width, height: 740 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    // The policy of the portal refuses styles from elsewhere, and so those of this test.
    bypassCSP: true,
  });
  page.setDefaultTimeout(PATIENCE_MS);
  // A page does not wait for its type, and goes on in another where it comes late; a picture waits.
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const css = await response.text();
    await route.fulfill({ response, body: css.replace(/font-display:\s*optional/, 'font-display:block') });
  });
  await page.goto('/gallery/', { waitUntil: 'networkidle' });
  await page.addStyleTag({ content: likeEverywhere });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

async function check(name: string, drawn: Buffer): Promise<void> {
  const file = join(baseline, `${name}.png`);
  if (renew) {
    mkdirSync(baseline, { recursive: true });
    writeFileSync(file, drawn);
    return;
  }
  expect(existsSync(file), `There is no picture ${relative(repo, file)}; see src/docs/tests.md, Pictures.`).toBe(true);
  const { share, picture, sizes } = await comparePictures(readFileSync(file), drawn);
  if (share <= SHARE_MAX) return;
  mkdirSync(drawnNow, { recursive: true });
  const kept = { drawn: join(drawnNow, `${name}.png`), difference: join(drawnNow, `${name}-difference.png`) };
  writeFileSync(kept.drawn, drawn);
  if (picture) writeFileSync(kept.difference, picture);
  const what = sizes ?? `${(share * 100).toFixed(3)} % of its pixels differ`;
  expect.fail(
    `${name} looks different: ${what}. Expected ${relative(repo, file)}, drawn ${relative(repo, kept.drawn)}${picture ? `, in red what differs: ${relative(repo, kept.difference)}` : ''}. If that is meant, renew the pictures: src/docs/tests.md, Pictures.`,
  );
}

describe.each(views)('components of the gallery, $name', ({ name, of, ...view }) => {
  let page: Page;
  beforeAll(async () => {
    page = await openGallery(view);
  });
  afterAll(() => page.close());

  it.each(of)('%s', async (component) => {
    // Alone on the page: what is tilted is smoothed otherwise where it stands elsewhere.
    await page.evaluate((id) => {
      for (const part of document.querySelectorAll<HTMLElement>('.content > *'))
        part.hidden = part.querySelector(`#${id}`) === null;
    }, `specimen-${component}`);
    await check(`${component}-${name}`, await page.locator(`#specimen-${component}`).screenshot());
  });
});

it('the pictures are few and small', () => {
  const files = readdirSync(baseline);
  const named = views.flatMap(({ name, of }) => of.map((component) => `${component}-${name}.png`));
  expect(files.sort(), 'Remove the pictures that nothing is compared with.').toEqual(named.sort());
  expect(files.reduce((sum, file) => sum + statSync(join(baseline, file)).size, 0)).toBeLessThan(BASELINE_BYTES_MAX);
});
