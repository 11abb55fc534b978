import { describe, expect, test } from 'vitest';
import { changed, type Passing } from './line.ts';
import { keep, pressKeep, stored, storedPaths, textOf, usePhones, workersOn } from './phone.ts';

const phones = usePhones();

describe('an agency that is kept on a phone', () => {
  test('can be read without a line, each page with its date before everything else', async () => {
    const page = await phones.phone();
    await keep(page);
    phones.line.cut = true;
    const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    for (const path of ['/xx/water/', '/xx/water/connection/', '/xx/water/information/', '/xx/water/complain/']) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      expect(await textOf(page)).toMatch(new RegExp(`^Kept on ${day}; figures may have changed\\.`));
      expect(await page.title()).toMatch(/^Kept on /);
      const ground = await page.locator('[role=note]').evaluate((note) => getComputedStyle(note).backgroundColor);
      expect(ground).not.toBe('rgba(0, 0, 0, 0)');
      // Its sheets came with it, and the policy of what may run on it.
      expect(await page.locator('.masthead').evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
        'rgba(0, 0, 0, 0)',
      );
      expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    }
    expect(await page.locator('link[rel=stylesheet]').count()).toBeGreaterThan(0);
    phones.line.cut = false;
    await page.goto('/xx/water/connection/');
    expect(await textOf(page)).not.toContain('Kept on');
  });

  test('can be read in Kiswahili, and without the slash that somebody left out', async () => {
    const page = await phones.phone();
    await keep(page, '/sw/xx/water/');
    phones.line.cut = true;
    await page.goto('/sw/xx/water/connection');
    expect(await textOf(page)).toMatch(/^Ilitunzwa \d+ \S+ \d{4}; huenda viwango vimebadilika\./);
    await page.goto('/sw/agencies/');
    expect(await textOf(page)).toMatch(/^Hakuna mtandao/);
    expect(await page.locator('h1').textContent()).toBe('Kwenye simu hii');
  });

  test('is all that is kept: no case, no report, nothing that was only read', async () => {
    const page = await phones.phone();
    await keep(page);
    const before = await storedPaths(page);
    expect(before).toEqual(expect.arrayContaining(['/xx/water/', '/xx/water/connection/', '/on-this-phone/']));
    for (const path of ['/agencies/', '/xx/water/report/', '/cases/', '/xx/water/history/', '/embed/water/services/'])
      await page.goto(path);
    expect(await storedPaths(page)).toEqual(before);
    expect(before.filter((path) => /cases|report|admin|api|embed|\.(?:woff2|xml)/.test(path))).toEqual([]);
  });

  test('leaves to the browser what is private, sent, in parts, or for editors', async () => {
    const page = await phones.phone();
    await keep(page);
    await page.goto('/xx/water/');
    const byWorker: string[] = [];
    page.on('response', (response) => {
      if (response.fromServiceWorker()) byWorker.push(new URL(response.url()).pathname);
    });
    for (const path of ['/cases/', '/sw/cases/', '/xx/water/report/', '/embed/water/services/', '/admin/'])
      await page.goto(path);
    await page.evaluate(async () => {
      await fetch('/favicon.svg', { headers: { Range: 'bytes=0-3' } });
      await fetch('/cases/new/', { method: 'POST', body: new FormData() });
    });
    expect(byWorker.filter((path) => !path.startsWith('/assets/'))).toEqual([]);
    await page.goto('/xx/water/');
    expect(byWorker).toContain('/xx/water/');
  });

  test('says on every other page that there is no line, and leads to what is kept', async () => {
    const page = await phones.phone();
    await keep(page);
    phones.line.cut = true;
    const response = await page.goto('/agencies/');
    expect(response?.status()).toBe(503);
    expect(await textOf(page)).toMatch(/^There is no line, or this page is not kept/);
    await page.getByRole('link', { name: 'Water Board' }).click();
    await page.waitForURL('**/xx/water/');
    expect(await textOf(page)).toContain('figures may have changed');
  });

  test('shows no page from the browser’s own cache when somebody goes back to it without a line', async () => {
    const page = await phones.phone();
    await keep(page);
    await page.goto('/xx/');
    await page.goto('/xx/water/');
    phones.line.cut = true;
    await page.goBack();
    expect(await textOf(page)).toMatch(/^There is no line/);
    await page.goForward();
    expect(await textOf(page)).toMatch(/^Kept on /);
  });

  test('is shown in place of a proxy’s complaint, and of a portal that has forgotten its sheets', async () => {
    const page = await phones.phone();
    await keep(page);
    phones.line.changes = (passing) => ({ ...passing, status: 502, headers: {}, body: Buffer.from('Bad gateway') });
    await page.goto('/xx/water/connection/');
    expect(await textOf(page)).toMatch(/^Kept on /);
    expect(await page.locator('.masthead').evaluate((element) => getComputedStyle(element).color)).not.toBe(
      'rgb(0, 0, 0)',
    );
    // Where nothing is kept, the proxy's own words are all there is.
    await page.goto('/agencies/');
    expect(await textOf(page)).toBe('Bad gateway');
  });

  test('is kept anew whole, or as it was before', async () => {
    const page = await phones.phone();
    await keep(page);
    const before = await storedPaths(page);
    phones.line.changes = (passing) => (passing.path.includes('information') ? 'cut' : passing);
    await pressKeep(page, /^The line broke/);
    expect(await storedPaths(page)).toEqual(before);
    phones.line.changes = (passing) => passing;
    await pressKeep(page, /^Kept on/);
    expect(await storedPaths(page)).toEqual(before);
  });

  test('is not kept where the page that stands in for others does not come', async () => {
    const page = await phones.phone();
    phones.line.changes = (passing) => (passing.path === '/on-this-phone/' ? 'cut' : passing);
    await keep(page, '/xx/water/', /^The line broke\. Nothing was kept/);
    expect(await stored(page)).toEqual([]);
  });

  test('is shown with the sheet it came with, and a later edition with its own', async () => {
    const page = await phones.phone();
    await keep(page);
    phones.line.changes = (passing) => {
      if (passing.path === '/assets/main.later.css')
        return {
          ...passing,
          status: 200,
          headers: { 'content-type': 'text/css' },
          body: Buffer.from('body{color:#123456}'),
        };
      // Those of the edition before are gone from the portal.
      if (passing.path.startsWith('/assets/main.')) return { ...passing, status: 404, body: Buffer.from('') };
      if (passing.path === '/xx/water/') return 'cut';
      return changed(passing, (html) => html.replace(/main\.[\w-]+\.css/g, 'main.later.css'));
    };
    const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);
    await page.goto('/xx/water/connection/');
    expect(await ink()).toBe('rgb(18, 52, 86)');
    await page.goto('/xx/water/');
    expect(await textOf(page)).toMatch(/^Kept on /);
    expect(await ink()).not.toBe('rgb(18, 52, 86)');
    expect(await page.locator('.masthead').evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
  });

  test('is read from a host that leads from one address to the next, and tells caches to keep nothing apart', async () => {
    const page = await phones.phone();
    let information: Passing | undefined;
    phones.line.changes = (passing) => {
      const varied = { ...passing, headers: { ...passing.headers, vary: '*' } };
      if (passing.path === '/xx/water/information') return information ?? 'cut';
      if (passing.path !== '/xx/water/information/') return varied;
      information = varied;
      return { ...varied, status: 301, headers: { location: '/xx/water/information' }, body: Buffer.from('') };
    };
    await keep(page);
    phones.line.cut = true;
    for (const path of ['/xx/water/', '/xx/water/information/']) {
      await page.goto(path);
      expect(await textOf(page)).toMatch(/^Kept on /);
    }
  });

  test('is not kept where the portal does not say when it sent it, nor led elsewhere', async () => {
    const page = await phones.phone();
    await page.goto('/xx/water/');
    phones.line.changes = (passing) =>
      passing.path === '/xx/water/connection/' ? { ...passing, headers: { ...passing.headers, date: '' } } : passing;
    await pressKeep(page, /^The line broke/);
    phones.line.changes = (passing) =>
      passing.path === '/xx/water/connection/'
        ? { ...passing, status: 302, headers: { location: '/about/' }, body: Buffer.from('') }
        : passing;
    await page.reload();
    await pressKeep(page, /^The line broke/);
    expect(await stored(page)).toEqual([]);
  });

  test('shows no fee without its date, whatever became of what was kept', async () => {
    const page = await phones.phone();
    await keep(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const page = await cache.match('/xx/water/connection/');
        if (page) await cache.put('/xx/water/connection/', new Response(await page.blob()));
        if (await cache.match('/xx/water/information/'))
          await cache.put(
            '/xx/water/information/',
            new Response('500 shillings', { headers: { date: new Date().toUTCString() } }),
          );
      }
    });
    phones.line.cut = true;
    for (const path of ['/xx/water/connection/', '/xx/water/information/']) {
      await page.goto(path);
      expect(await textOf(page)).toMatch(/^There is no line/);
    }
  });

  test('is shown where the line is so bad that nothing comes', async () => {
    const page = await phones.phone();
    await keep(page);
    phones.line.changes = () => 'hold';
    await page.goto('/xx/water/connection/');
    expect(await textOf(page)).toMatch(/^Kept on /);
  });

  test('says where there is no room, and leaves nothing behind', async () => {
    const page = await phones.phone();
    await page.goto('/xx/water/');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: phones.line.url, quotaSize: 30_000 });
    await pressKeep(page, /^There is not enough room/);
    expect(await stored(page)).toEqual([]);
    await page.goto('/xx/water/connection/');
    expect(await textOf(page)).toContain('Water');
  });
});

describe('what a phone is sent for it', () => {
  test('is a worker of at most 3,072 bytes, asked for anew each time', async () => {
    const response = await fetch(`${phones.portal.url}/sw.js`);
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect((await response.text()).length).toBeLessThanOrEqual(3072);
  });

  test('is a page that stands in for others, complete in 30 kilobytes', async () => {
    const page = await phones.phone();
    await keep(page);
    const shell = (await stored(page)).filter(({ cache }) => cache.startsWith('kept shell'));
    expect(shell.map(({ path }) => path)).toContain('/on-this-phone/');
    expect(shell.filter(({ path }) => path.endsWith('.js')).length).toBeGreaterThan(2);
    expect(shell.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(30 * 1024);
  });

  test('is nothing before somebody presses the button', async () => {
    const page = await phones.phone();
    for (const path of ['/', '/xx/water/', '/xx/water/connection/', '/on-this-phone/']) await page.goto(path);
    expect(await workersOn(page)).toBe(0);
    expect(await stored(page)).toEqual([]);
    expect(phones.line.arrived.filter((asked) => /sw\.js|pages\.json/.test(asked))).toEqual([]);
  });

  test('is no button where no script runs', async () => {
    const page = await phones.phone({ javaScriptEnabled: false });
    await page.goto('/xx/water/');
    expect(await page.getByRole('button', { name: 'Keep this agency' }).count()).toBe(0);
    await page.goto('/on-this-phone/');
    expect(await textOf(page)).toContain('needs JavaScript');
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
