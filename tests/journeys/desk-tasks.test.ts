import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { pdfPages } from '../print/pdf-text.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 800 } };
/** Who wrote a commit. Others publish beside these tests, so the last one may be anybody's. */
const authorOf = (commit: string): string =>
  execFileSync('git', ['-C', inject('portalDir'), 'log', '-1', '--format=%an', commit], { encoding: 'utf8' }).trim();

/** By how many pixels the page is wider than the screen. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function atTheDesk(address: string, options: Parameters<typeof open>[0] = phone) {
  const { page } = await open(options);
  await page.goto(address);
  await page.getByRole('button', { name: /Sample desk officer/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe('an officer opens the desk on a phone, without JavaScript', () => {
  it('sees what to do next, each with one way to where it is done', async () => {
    const page = await atTheDesk('/desk/');
    await page.getByRole('heading', { name: 'Nigeria Immigration Service' }).waitFor();
    const tasks = page.locator('main ol.tasks').first().locator(':scope > li');
    expect(await tasks.count()).toBe(10);
    for (const task of await tasks.all()) expect(await task.locator('a.button-quiet').count()).toBe(1);
    await page.getByText(/And \d+ more things? to do/).waitFor();
    expect(await overflow(page)).toBe(0);
  });

  it('dates a figure by one tap, and citizens read it', async () => {
    const page = await atTheDesk('/desk/bodies/nis/still-true/');
    const group = page.locator('section', { has: page.getByRole('heading', { level: 3 }) }).first();
    const service = await group.locator('input[name="service"]').first().getAttribute('value');
    await group
      .getByRole('button', { name: /Still true/ })
      .first()
      .click();
    await page.waitForURL(/\/desk\/publication\//);
    const commit = new URL(page.url()).searchParams.get('commit') ?? '';
    expect(authorOf(commit)).toBe('Sample desk officer (Nigeria Immigration Service)');
    const { page: citizen } = await open(phone);
    await expect
      .poll(async () => {
        await citizen.goto(`/ng/nis/${service}/`);
        return citizen.locator('main').textContent();
      })
      .toContain('confirmed by the office on');
  });

  it('dates what the list itself shows, and comes back to it at the place', async () => {
    const page = await atTheDesk('/desk/');
    const task = page.locator('main ol.tasks > li', { has: page.getByRole('button', { name: /^Still true/ }) }).first();
    await task
      .getByRole('button', { name: /^Still true/ })
      .first()
      .click();
    await page.waitForURL(/\/desk\/\?body=nis.*#noted$/);
    await page.locator('main ol.tasks #noted', { hasText: 'Noted' }).waitFor();
    await page.locator('#noted').getByRole('link').click();
    await page.waitForURL(/\/desk\/(?:publication|review)\//);
  });

  it('has the brief for the nodal officer, on two sheets at most', async () => {
    const page = await atTheDesk('/desk/bodies/nis/brief/');
    await page.getByRole('heading', { name: 'What is promised' }).waitFor();
    expect(await overflow(page)).toBe(0);
    const sheets = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets.length).toBeLessThanOrEqual(2);
    expect(sheets.join(' ')).toContain('Charters and their reviews');
  });

  it('reads how others wrote the same promise', async () => {
    const page = await atTheDesk('/desk/bodies/nis/beside/?service=standard-passport');
    await page.getByRole('heading', { name: 'Others', exact: true }).waitFor();
    await page.getByText('Kenya').first().waitFor();
    expect(await overflow(page)).toBe(0);
  });

  it('has all of it in Kiswahili', async () => {
    const page = await atTheDesk('/sw/desk/');
    await page.getByText(/Na mambo? \d+ zaidi/).waitFor();
  });
});

it('nothing of it keeps anybody out', async () => {
  const page = await atTheDesk('/desk/', { viewport: { width: 390, height: 800 } });
  for (const path of ['', 'bodies/nis/still-true/', 'bodies/nis/brief/', 'bodies/nis/beside/']) {
    await page.goto(`/desk/${path}`);
    expect(await barriersOn(page), path).toEqual([]);
  }
});
