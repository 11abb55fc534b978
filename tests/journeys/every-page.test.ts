import { describe, expect, it } from 'vitest';
import { barriersOn, faintTextOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';

const open = useBrowser();

/**
 * One address of each kind of page; both languages share the code, so Kiswahili is checked where its texts are longest.
 */
const pages = [
  '/',
  '/sw/',
  '/countries/',
  '/agencies/',
  '/topics/',
  '/topics/passports-and-travel/',
  '/ng/',
  '/ke/',
  '/ng/information-rights/',
  '/sw/ke/information-rights/',
  '/ng/inec/',
  '/sw/ke/oag-doj-ict/',
  '/ph/psa/',
  '/ng/inec/background/',
  '/ng/inec/information/',
  '/ng/inec/complain/',
  '/ng/ncc/request/',
  '/sw/ke/immigration/request/',
  '/ng/nis/standard-passport/',
  '/sw/ke/immigration/ordinary-passport/',
  '/ke/oag-doj-ict/equipment-maintenance/',
  '/ng/nis/standard-passport/complain/',
  '/sw/ke/immigration/complain/',
  '/embed/inec/services/',
  '/search/',
  '/search/?q=passport',
  '/deadline/',
  '/deadline/?country=ke&received=2026-12-04&extended=10/12/2026&show=dates',
  '/cases/',
  '/about/',
  '/privacy/',
  '/sw/accessibility/',
  '/gallery/',
  '/quality/',
  '/quality/inec/',
  '/statistics/',
  '/finder/',
  '/finder/ng/',
  '/sw/finder/ke/',
  '/ng/inec/feedback/',
  '/sw/ke/immigration/report/',
  '/ke/report/',
  '/changes/',
  '/sw/ng/nis/history/',
  '/ng/inec/poster/',
];

describe('every kind of page', () => {
  it.each(pages)('%s is accessible, quiet and fits a small phone', async (path) => {
    const visitor = await open();
    const response = await visitor.page.goto(path);
    expect(response?.status()).toBe(200);
    expect(await barriersOn(visitor.page)).toEqual([]);
    const overflow = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expectQuiet(visitor);
    await visitor.page.context().close();
  });

  it('is readable in the dark', async () => {
    const visitor = await open({ colorScheme: 'dark' });
    await visitor.page.goto('/ng/inec/');
    expect(await faintTextOn(visitor.page)).toEqual([]);
  });

  it('has a way on from an address that does not exist', async () => {
    const visitor = await open();
    const response = await visitor.page.goto('/ng/no-such-agency/');
    expect(response?.status()).toBe(404);
    await visitor.page.getByRole('searchbox').first().fill('passport');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL('**/search/?q=passport*');
  });
});
