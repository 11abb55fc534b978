import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSmallPortal } from '../server/small-portal.ts';
import { keep, stored, textOf, usePhones, workersOn } from './phone.ts';

const phones = usePhones();

describe('what is on a phone', () => {
  test('is forgotten at once: pages, worker, words and country', async () => {
    const page = await phones.phone();
    await keep(page);
    await page.goto('/xx/water/complain/');
    await page.getByLabel('What happened?').fill('The counter was closed for three days.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByText('Your words are kept on this device').waitFor();
    await page.context().setOffline(false);
    await page.evaluate(() => (document.cookie = 'country=xx; path=/'));
    await page.goto('/on-this-phone/');
    expect(await page.locator('[data-agencies]').innerText()).toMatch(/Water Board\s+Kept on .* Pages: [45]\./);
    await page.getByRole('button', { name: 'Forget everything on this phone' }).click();
    await page.getByText('Nothing of this portal is kept').waitFor();
    expect(await stored(page)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(await workersOn(page)).toBe(0);
    await page.getByText('No agency is kept').waitFor();
    phones.line.cut = true;
    await expect(page.goto('/xx/water/')).rejects.toThrow();
  });

  test('can be let go of agency by agency', async () => {
    const page = await phones.phone();
    await keep(page);
    await keep(page, '/sw/xx/water/');
    await page.goto('/on-this-phone/');
    await page.getByRole('button', { name: 'Remove' }).first().click();
    await expect.poll(() => page.getByRole('button', { name: 'Remove' }).count()).toBe(1);
    expect((await stored(page)).map(({ cache }) => cache).some((name) => name.startsWith('kept shell'))).toBe(true);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No agency is kept').waitFor();
    expect(await stored(page)).toEqual([]);
  });
});

test('a portal that switches it off lets go of what phones keep, and of its worker, but not of anybody’s words', async () => {
  const off = await startSmallPortal({}, (dir) => {
    const file = join(dir, 'content', 'portal', 'portal.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\nkeepOnPhones: false\n`);
  });
  onTestFinished(() => off.stop());
  const page = await phones.phone();
  await keep(page);
  await page.evaluate(() => localStorage.setItem('unsent', '[]'));
  phones.line.leadsTo = off.url;
  await page.goto('/xx/water/');
  await expect.poll(() => workersOn(page)).toBe(0);
  await expect.poll(() => stored(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('unsent'))).toBe('[]');
  await page.goto('/xx/water/');
  expect(await page.getByRole('button', { name: 'Keep this agency' }).count()).toBe(0);
  expect(await textOf(page)).not.toContain('Kept on');
  phones.line.cut = true;
  await expect(page.goto('/xx/water/')).rejects.toThrow();
});
