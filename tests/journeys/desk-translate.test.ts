import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { barriersOn, faintTextOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const FILE = 'content/services/nis/visa-on-arrival.yaml';
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', inject('portalDir'), ...args], { encoding: 'utf8' }).trim();
/** Puts a version of the file into a draft, beside whatever is being published. */
function drafted(text: string): void {
  const run = (args: string[], input = ''): string =>
    execFileSync('git', ['-C', inject('portalDir'), ...args], {
      encoding: 'utf8',
      input,
      env: { ...process.env, GIT_INDEX_FILE: join(inject('portalDir'), '.git', 'index-of-a-test') },
    }).trim();
  run(['read-tree', 'HEAD']);
  const blob = run(['hash-object', '-w', '--stdin'], text);
  run(['update-index', '--cacheinfo', `100644,${blob},${FILE}`]);
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@opencharter.example'];
  const commit = run([...identity, 'commit-tree', run(['write-tree']), '-p', 'HEAD'], 'Call it a booklet');
  run(['update-ref', 'refs/heads/cms/services-nis/visa-on-arrival', commit]);
}
const draft = (): string => git('show', `refs/heads/cms/services-nis/visa-on-arrival:${FILE}`);

describe('a desk officer who translates on a phone, in Kiswahili and without a script', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false }));
  });
  const fits = async (): Promise<void> => {
    const { page: looker } = await open({
      viewport: { width: 390, height: 844 },
      storageState: await page.context().storageState(),
    });
    await looker.goto(page.url());
    expect(await barriersOn(looker)).toEqual([]);
    expect(await faintTextOn(looker)).toEqual([]);
    expect(await looker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await looker.context().close();
  };

  it('sees how far each entry is, and opens one', async () => {
    await page.goto('/sw/desk/translate/?into=ha');
    await page.getByRole('button', { name: /Sample desk officer/ }).click();
    await page.getByRole('heading', { name: 'Tafsiri', level: 1 }).waitFor();
    await page.getByText('Tovuti bado haina kurasa za Kihausa').waitFor();
    expect(await page.locator('main').textContent()).toMatch(/Huduma:\s*Visa on arrival\s*0 kati ya maandishi \d+/);
    await fits();
    await page.getByRole('link', { name: 'Visa on arrival' }).click();
    await page.getByRole('heading', { name: /^Visa on arrival: kwa Kihausa/, level: 1 }).waitFor();
    await fits();
  });

  it('keeps what was typed where one text is refused, and reads why beside it', async () => {
    const name = page.locator('[id="text.name"]');
    expect(await name.inputValue()).toBe('');
    await name.fill('Fasfo na yau da kullum');
    await page.locator('[id="text.summary"]').fill('a'.repeat(40_001));
    await page.getByRole('button', { name: 'Hifadhi', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await name.inputValue()).toBe('Fasfo na yau da kullum');
    expect(await page.locator('[id="text.summary-error"]').textContent()).toContain('40,000');
    expect(git('for-each-ref', 'refs/heads/cms/services-nis/visa-on-arrival')).toBe('');
  });

  it('saves a draft, and is shown what a translation leaves out', async () => {
    await page.locator('[id="text.summary"]').fill('');
    const first = page.locator('.translate-text').filter({ hasText: 'Usiache:' }).first();
    await first.locator('textarea').fill('Babu adadi');
    await page.getByRole('button', { name: 'Hifadhi na uchapishe' }).click();
    await page.getByText('Yamehifadhiwa kwenye rasimu: maandishi 2').waitFor();
    await page.getByText('Bado haijachapishwa').waitFor();
    await page.getByText(/Tafsiri inaacha: /).waitFor();
    expect(draft()).toContain('text: Fasfo na yau da kullum');
    await fits();
  });

  it('publishes what is meant so, under the name of the officer', async () => {
    await page.getByRole('button', { name: 'Hifadhi na uchapishe' }).click();
    await page.waitForURL(/\/sw\/desk\/publication\/\?commit=/);
    expect(git('log', '-1', '--format=%an', '--', FILE)).toBe('Sample desk officer (Nigeria Immigration Service)');
    expect(git('show', `HEAD:${FILE}`)).toContain('language: ha');
  });

  it('is shown what changed in an original, and the original beside its translation on a wide screen', async () => {
    const was = git('show', `HEAD:${FILE}`);
    const name = /^name: (.*)$/m.exec(was)?.[1] ?? '';
    expect(name).not.toBe('');
    drafted(was.replace(`name: ${name}`, `name: ${name} booklet`));
    const { page: wide } = await open({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    await wide.goto('/desk/translate/?into=ha&entry=services-nis%2Fvisa-on-arrival');
    const text = wide.locator('.translate-text').filter({ has: wide.locator('[id="text.name"]') });
    expect(await text.locator('ins').textContent()).toContain('booklet');
    expect(await text.locator('textarea').inputValue()).toBe('Fasfo na yau da kullum');
    const [original, typed] = [
      await text.locator('.translate-words').first().boundingBox(),
      await text.locator('textarea').boundingBox(),
    ];
    expect((original?.x ?? 0) + (original?.width ?? 0)).toBeLessThanOrEqual(typed?.x ?? 0);
  });
});
