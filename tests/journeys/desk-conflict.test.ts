import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const viewport = { width: 390, height: 800 };
const FEE = '/desk/bodies/nis/change/?service=passport-correction&at=fees.0';

async function atTheFee(options: Parameters<typeof open>[0] = {}, address = FEE): Promise<Page> {
  const { page } = await open({ viewport, ...options });
  await page.goto(address);
  await page.getByRole('button', { name: /sample desk officer/ }).click();
  await page.locator('#label').waitFor();
  return page;
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const saveDraft = (page: Page) => page.getByRole('button', { name: 'Save as draft' }).click();

describe('two who change the same fee on their phones, without JavaScript', () => {
  it('the second sees both versions and chooses, and neither loses anything', async () => {
    const [first, second] = [
      await atTheFee({ javaScriptEnabled: false }),
      await atTheFee({ javaScriptEnabled: false }),
    ];
    await first.locator('#label').fill('First wording');
    await saveDraft(first);
    await first.waitForURL(/\/desk\/review\//);
    await second.locator('#label').fill('Second wording');
    await saveDraft(second);
    await second.waitForURL(/\/desk\/merge\/[0-9a-f]{12}\//);
    await second.getByText('First wording').waitFor();
    await second.getByText('Second wording').first().waitFor();
    expect(await overflow(second)).toBe(0);

    await second.getByRole('button', { name: 'Save', exact: true }).click();
    await second.getByText('Choose one of the two.').waitFor();
    await second.getByLabel('Something else').check();
    await second.getByLabel('The third version').fill('Third wording');
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    await second.waitForURL(/\/desk\/review\//);
    await second.goto(FEE);
    expect(await second.locator('#label').inputValue()).toBe('Third wording');
  });
});

describe('what is typed into a form of the desk', () => {
  it('is offered again after the page was closed, and put back', async () => {
    const page = await atTheFee();
    const context = page.context();
    await page.locator('#label').fill('Typed before the lid was closed');
    await page.close();
    const again = await context.newPage();
    await again.goto(FEE);
    await again.getByText('You had typed something here on').waitFor();
    expect(await barriersOn(again)).toEqual([]);
    await again.getByRole('button', { name: 'Put it back' }).click();
    expect(await again.locator('#label').inputValue()).toBe('Typed before the lid was closed');
  });

  it('is let go of when it is thrown away, and when it was saved', async () => {
    const page = await atTheFee();
    await page.locator('#label').fill('To be thrown away');
    await page.reload();
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page.reload();
    await page.locator('#label').waitFor();
    expect(await page.getByText('You had typed').count()).toBe(0);

    await page.locator('#label').fill('To be saved');
    await saveDraft(page);
    await page.waitForURL(/\/desk\/review\//);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('desk-typed')))).toEqual(
      [],
    );
  });

  it.each([true, false])(
    'can be sent again after the session had ended (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await atTheFee({ javaScriptEnabled });
      const wording = `Sent too late ${javaScriptEnabled}`;
      await page.locator('#label').fill(wording);
      await page.context().clearCookies();
      await saveDraft(page);
      await page.getByText('Your session had ended').waitFor();
      const opened = page.context().waitForEvent('page');
      await page.getByRole('button', { name: /sample desk officer/ }).click();
      await (await opened).locator('#label').waitFor();
      await page.getByRole('button', { name: 'Send what I typed again' }).click();
      await page.waitForURL(/\/desk\/review\//);
      await page.goto(FEE);
      expect(await page.locator('#label').inputValue()).toBe(wording);
    },
  );

  it('while a slow save runs is kept, and told on the page that follows', async () => {
    const page = await atTheFee();
    const arrived = Promise.withResolvers<undefined>();
    const released = Promise.withResolvers<undefined>();
    await page.route(`**${FEE}`, async (route) => {
      if (route.request().method() === 'POST') {
        arrived.resolve(undefined);
        await released.promise;
      }
      await route.continue();
    });
    await page.locator('#label').fill('Saved slowly');
    await page.getByRole('button', { name: 'Save as draft' }).click({ noWaitAfter: true });
    await arrived.promise;
    await page.locator('#label').pressSequentially(', and more');
    released.resolve(undefined);
    await page.waitForURL(/\/desk\/review\//);
    await page.getByText('What you typed after pressing Save').waitFor();
    await page.getByRole('link', { name: 'Go back to it' }).click();
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await page.locator('#label').inputValue()).toBe('Saved slowly, and more');
  });
});
