import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';

const open = useBrowser();
let foreign: Server;
let origin: string;

/** An agency's own site on another origin, with the two snippets of the charter page pasted in. */
beforeAll(async () => {
  const portal = inject('portalUrl');
  const page = `<!doctype html><html lang="en"><title>Our agency</title><link rel="icon" href="data:,"><h1>Our agency</h1>
    <style>li, a { color: red !important; font-size: 40px }</style>
    <script src="${portal}/embed.js" defer></script><opencharter-services agency="inec" language="en"></opencharter-services>
    <iframe id="plain" src="${portal}/sw/embed/immigration/services/" title="Huduma" style="width:100%;height:600px"></iframe>
    <iframe id="refused" src="${portal}/ng/inec/" title="Framed page"></iframe>`;
  foreign = createServer((_request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => foreign.close(done)));

describe('the services table on an agency’s own site', () => {
  it('shows in the custom element at its full height, in the portal’s own style', async () => {
    const visitor = await open({ allowOrigins: [origin] });
    await visitor.page.goto(origin);
    const frame = visitor.page.frameLocator('opencharter-services iframe');
    await frame.getByRole('link', { name: /Voter registration/ }).waitFor();
    const element = visitor.page.locator('opencharter-services iframe');
    await expect
      .poll(() => element.evaluate((node) => (node as HTMLIFrameElement).clientHeight))
      .toBe(await frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height)));
    expect(
      await frame
        .locator('.fare a')
        .first()
        .evaluate((link) => getComputedStyle(link).color),
    ).not.toBe('rgb(255, 0, 0)');
  });

  it('shows in a plain frame, in Kiswahili, without any script of ours on the page', async () => {
    const visitor = await open({ allowOrigins: [origin], javaScriptEnabled: false });
    await visitor.page.goto(origin);
    await visitor.page.frameLocator('#plain').getByText('muda haujachapishwa').first().waitFor({ state: 'attached' });
  });

  it('leaves the portal’s other pages unframeable', async () => {
    const visitor = await open({ allowOrigins: [origin] });
    const refused = visitor.page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await visitor.page.goto(origin);
    await refused;
  });

  it('sets no cookie', async () => {
    const visitor = await open({ allowOrigins: [origin] });
    await visitor.page.goto(`${inject('portalUrl')}/embed/inec/services/`);
    expect(await visitor.page.context().cookies()).toEqual([]);
    expectQuiet(visitor);
  });

  it('is announced by oEmbed on the charter page', async () => {
    const visitor = await open();
    await visitor.page.goto('/ng/inec/');
    const href = await visitor.page.locator('link[type="application/json+oembed"]').getAttribute('href');
    const answer = (await (await fetch(new URL(href ?? '', inject('portalUrl')))).json()) as {
      type: string;
      html: string;
    };
    expect(answer.type).toBe('rich');
    expect(answer.html).toContain('/embed/inec/services/');
    // Some editors fetch the address as it stands there.
    expect(href).toMatch(/^https?:\/\/[^/]+\/oembed\.json\?/);
    await visitor.page.context().close();
  });

  it.each([
    ['in the language of the page', '/sw/ng/inec/', '', 200, '/sw/embed/inec/services/'],
    ['no larger than the host allows', '/ng/inec/', '&maxwidth=200&maxheight=150', 200, 'width="200" height="150"'],
    ['as JSON only', '/ng/inec/', '&format=xml', 501, ''],
    ['for no page of another site', 'https://evil.example/ng/inec/', '', 404, ''],
  ])('is given %s', async (_, page, more, status, html) => {
    const asked = encodeURIComponent(new URL(page, inject('portalUrl')).href);
    const response = await fetch(new URL(`/oembed.json?url=${asked}${more}`, inject('portalUrl')));
    expect(response.status).toBe(status);
    if (html) expect(((await response.json()) as { html: string }).html).toContain(html);
  });
});
