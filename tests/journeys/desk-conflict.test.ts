import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { useBrowser, type Visitor } from './browser.ts';

/* Two who look after the same body at once, and what becomes of what they type when something breaks on the way. */

const open = useBrowser();
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const REVIEWER = 'Sample reviewer (Nigeria)';
const ADMINISTRATOR = 'Sample administrator';

type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
const sessions = new Map<string, Session>();

beforeAll(async () => {
  for (const who of [REVIEWER, ADMINISTRATOR]) {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/desk/review/');
    await enterAs(page, who);
    await page.getByText(`Signed in as ${who}`).waitFor();
    sessions.set(who, await page.context().storageState());
    await page.context().close();
  }
});

const enterAs = (page: Page, who: string): Promise<void> => button(page, `Continue as: ${who}`).click();

const change = (service: string, at = 'fees.0'): string => `/desk/bodies/cac/change/?service=${service}&at=${at}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const putRight = (page: Page): Promise<void> => page.getByLabel('the figure was only copied wrongly').check();
const saveDraft = (page: Page): Promise<void> => button(page, 'Save as draft').click();
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Somebody who is signed in, at a page of the desk. */
async function at(path: string, who: string, options: Parameters<typeof open>[0] = {}): Promise<Visitor> {
  const visitor = await open({ viewport: PHONE, storageState: sessions.get(who), ...options });
  await visitor.page.goto(path);
  return visitor;
}

/** Two at the same page on their phones, without a script. */
const twoAt = async (path: string): Promise<[Page, Page]> => {
  const [first, second] = [REVIEWER, ADMINISTRATOR].map((who) => at(path, who, { javaScriptEnabled: false }));
  if (!first || !second) throw new Error('Two are needed.');
  return [(await first).page, (await second).page];
};

describe('two who change one entry by the small form, on their phones and without JavaScript', () => {
  it('the second sees both versions of the same figure, chooses, and publishes', async () => {
    const FEE = change('name-reservation');
    const [first, second] = await twoAt(FEE);
    await first.getByLabel('Amount').fill('1,500');
    await putRight(first);
    await saveDraft(first);
    await first.waitForURL(/\/desk\/review\//);

    await second.getByLabel('Amount').fill('1,750');
    await putRight(second);
    await second.getByLabel('What it is for').fill('Reservation of one name');
    await saveDraft(second);
    await second.waitForURL(/\/desk\/merge\/[0-9a-f]{12}\//);
    await second.getByText(`Saved meanwhile by ${REVIEWER}`).waitFor();
    const choice = (words: string) => second.locator('label.choice').filter({ hasText: words }).getByRole('radio');
    expect(await choice('1,500').count()).toBe(1);
    expect(await choice('1,750').count()).toBe(1);
    for (const viewport of [DESKTOP, PHONE]) {
      await second.setViewportSize(viewport);
      expect(await overflow(second)).toBe(0);
    }
    // Whoever does not choose at once finds it again.
    const merge = second.url();
    await second.goto('/desk/?body=cac');
    await second.getByRole('link', { name: /^Two versions of Name reservation/ }).click();
    expect(second.url()).toBe(merge);

    await button(second, 'Save').click();
    await second.getByText('Choose one of the two.').waitFor();
    await choice('1,750').check();
    await button(second, 'Save').click();
    await second.waitForURL(/\/desk\/review\/services-cac\/name-reservation\//);
    await button(second, 'Publish now').click();
    await second.getByText('Live: visitors see it now.').waitFor();
    await second.goto('/ng/cac/name-reservation/');
    await second.getByText('Reservation of one name').first().waitFor();
    expect(await second.locator('main').textContent()).toContain('₦1,750');
  });

  it('changes of different fields are joined, and the second is told', async () => {
    const [first, second] = await twoAt(change('business-name'));
    await first.getByLabel('Amount').fill('20,500');
    await putRight(first);
    await saveDraft(first);
    await first.waitForURL(/\/desk\/review\//);
    await second.getByLabel('What it is for').fill('Registration');
    await saveDraft(second);
    await second.waitForURL(/\/desk\/review\//);
    await second
      .getByText(new RegExp(`^${REVIEWER.replace(/[()]/g, '\\$&')} changed this meanwhile: .*₦20,500.*kept\\.$`))
      .waitFor();
    await second.getByText('₦20,500').first().waitFor();
  });
});

describe('what is typed into a form of the desk', () => {
  const FEE = change('incorporated-trustees');
  const FOUND = 'You had typed something here on';
  const wording = (page: Page) => page.getByLabel('What it is for');
  const offered = async (page: Page): Promise<string> => {
    await page.getByText(FOUND).waitFor();
    await button(page, 'Put it back').click();
    return wording(page).inputValue();
  };
  const kept = (page: Page): Promise<string[]> =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('desk-typed')));

  it('is offered again after the page was closed, and after the line was dropped at saving', async () => {
    const { page } = await at(FEE, REVIEWER);
    const context = page.context();
    await wording(page).fill('Typed before the lid was closed');
    await page.close();
    const again = await context.newPage();
    await again.goto(FEE);
    await again.getByText(FOUND).waitFor();
    expect(await barriersOn(again)).toEqual([]);
    expect(await offered(again)).toBe('Typed before the lid was closed');

    await wording(again).fill('Sent into the void');
    await context.setOffline(true);
    const failed = again.waitForEvent('requestfailed');
    await button(again, 'Save as draft').click({ noWaitAfter: true });
    await failed;
    await context.setOffline(false);
    await again.goto(FEE);
    expect(await offered(again)).toBe('Sent into the void');
    await saveDraft(again);
    await again.waitForURL(/\/desk\/review\//);
    expect(await kept(again)).toEqual([]);

    // The words of a review, which stay on the page that they are said on.
    const words = again.getByLabel('Your words');
    await words.fill('Is there a source?');
    await again.reload();
    await again.getByText(FOUND).waitFor();
    await button(again, 'Put it back').click();
    expect(await words.inputValue()).toBe('Is there a source?');
    await button(again, 'Comment').click();
    await again.getByText('Sample reviewer (Nigeria) commented').waitFor();
    expect(await kept(again)).toEqual([]);
  });

  it('is sent again, or offered, after the session had ended', async () => {
    const { page } = await at(FEE, REVIEWER);
    await wording(page).fill('Sent too late');
    await page.context().clearCookies();
    await saveDraft(page);
    await page.getByText('Your session had ended').waitFor();
    const opened = page.context().waitForEvent('page');
    await enterAs(page, REVIEWER);
    const other = await opened;
    expect(await offered(other)).toBe('Sent too late');
    await other.close();
    await button(page, 'Send what I typed again').click();
    await page.waitForURL(/\/desk\/review\//);
    await page.goto(FEE);
    expect(await wording(page).inputValue()).toBe('Sent too late');
  });

  it('while a slow save runs is kept, and told on the page that follows', async () => {
    const { page } = await at(FEE, ADMINISTRATOR);
    const arrived = Promise.withResolvers<undefined>();
    const released = Promise.withResolvers<undefined>();
    await page.route(`**${FEE}`, async (route) => {
      if (route.request().method() === 'POST') {
        arrived.resolve(undefined);
        await released.promise;
      }
      await route.continue();
    });
    await wording(page).fill('Saved slowly');
    // All else waits for a page that is about to come; the keyboard does not.
    await page.keyboard.press('Enter');
    await arrived.promise;
    await page.keyboard.type(', and more');
    released.resolve(undefined);
    // The return key keeps a draft.
    await page.waitForURL(/\/desk\/review\//);
    await page.getByText('What you typed after pressing Save').waitFor();
    await page.getByRole('link', { name: 'Go back to it' }).click();
    expect(await offered(page)).toBe('Saved slowly, and more');
    await page.reload();
    await button(page, 'Throw it away').click();
    expect(await kept(page)).toEqual([]);
  });
});

describe('an entry in the editor', () => {
  const ENTRY = '/admin/?agency=cac#/collections/services-cac/entries/status-report';
  const name = (page: Page) => page.getByLabel('Name of the service', { exact: true });
  /** What Decap keeps of an entry that somebody is writing, in a store of the browser. */
  const backups = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const opened = await answerOf(indexedDB.open('localforage'));
      return JSON.stringify(await answerOf(opened.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAll()));

      function answerOf<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((done) => request.addEventListener('success', () => done(request.result)));
      }
    });
  const editorOf = async (who: string): Promise<Page> => {
    const { page } = await at(ENTRY, who, { viewport: DESKTOP });
    await name(page).waitFor();
    return page;
  };

  it('leads from a contradiction to both versions, and from what was chosen back into the editor', async () => {
    const [first, second] = [await editorOf(REVIEWER), await editorOf(ADMINISTRATOR)];
    await name(first).fill('Status report, first');
    await button(first, 'Save').click();
    await first.getByText('Draft saved.').waitFor();
    await name(second).fill('Status report, second');
    await button(second, 'Save').click();
    const opened = second.context().waitForEvent('page');
    await second.getByRole('link', { name: 'See both versions' }).click();
    const merge = await opened;
    await merge.setViewportSize(PHONE);
    await merge.getByText('Status report, first').first().waitFor();
    expect(await overflow(merge)).toBe(0);
    expect(await barriersOn(merge)).toEqual([]);
    await merge.getByLabel('Something else').check();
    await merge.getByLabel('The third version').fill('Status report, third');
    await button(merge, 'Save').click();
    await merge.waitForURL(/\/desk\/review\//);
    await merge.getByRole('link', { name: 'Open the editor' }).click();
    await expect.poll(() => name(merge).inputValue()).toBe('Status report, third');
  });

  it('keeps what was typed through an ended session, and through a window that was killed', async () => {
    const page = await editorOf(REVIEWER);
    const context = page.context();
    const cookies = await context.cookies();
    await name(page).fill('Status report, typed too late');
    await context.clearCookies();
    await button(page, 'Save').click();
    await page
      .getByText(/sign in/i)
      .first()
      .waitFor();
    await context.addCookies(cookies);
    expect(await name(page).inputValue()).toBe('Status report, typed too late');
    await button(page, 'Save').click();
    await page.getByText('Draft saved.').waitFor();

    await name(page).fill('Status report, window killed');
    await expect.poll(() => backups(page)).toContain('Status report, window killed');
    await page.close();
    const again = await context.newPage();
    again.on('dialog', (dialog) => void dialog.accept());
    await again.goto(ENTRY);
    await expect.poll(() => name(again).inputValue()).toBe('Status report, window killed');
  });
});
