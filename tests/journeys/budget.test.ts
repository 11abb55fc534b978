import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';

/**
 * What a server sends in the first round trip of a connection: ten segments of 1,460 bytes (RFC 6928), rounded down to
 * whole kilobytes. A page within it is readable after one wait on a slow network.
 */
const PAGE_BYTES_MAX = 14 * 1024;
/** All scripts that any charter has, of which each has some; they come after it, and are kept for a year. */
const SCRIPT_BYTES_MAX = 7 * 1024;

const portal = (path: string): Promise<string> =>
  fetch(new URL(path, inject('portalUrl'))).then((response) => {
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    return response.text();
  });
const zipped = (text: string): number => gzipSync(text, { level: 9 }).byteLength;

/** Addresses of all charters in all languages, as the sitemap lists them. */
async function charterPaths(): Promise<string[]> {
  const places = [...(await portal('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    (match) => new URL(match[1] ?? '').pathname,
  );
  return places.filter(
    (path) =>
      /^(?:\/sw)?\/[a-z]{2}\/[^/]+\/$/.test(path) &&
      !/\/(?:information-rights|report)\/$/.test(path) &&
      !/^\/sw\/[^/]+\/$/.test(path),
  );
}

/** Style sheets that a page needs to be read; one for printing is not waited for. */
function sheetsOf(html: string): string[] {
  const links = html.match(/<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? [];
  return links
    .filter((link) => !link.includes('media="print"'))
    .map((link) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? '');
}

const sheetBytes = new Map<string, Promise<number>>();
function bytesOfSheet(href: string): Promise<number> {
  const known = sheetBytes.get(href) ?? portal(href).then(zipped);
  sheetBytes.set(href, known);
  return known;
}

/** The bytes of scripts by their addresses, and of what they import. */
async function withImports(
  addresses: Iterable<string>,
  known = new Map<string, number>(),
): Promise<Map<string, number>> {
  for (const address of addresses) {
    if (known.has(address)) continue;
    const script = await portal(address);
    known.set(address, zipped(script));
    const imports = [...script.matchAll(/["'](\.\/[\w.-]+\.js)["']/g)].map(
      ([, name = '']) => new URL(name, `http://x${address}`).pathname,
    );
    await withImports(imports, known);
  }
  return known;
}

describe('every charter', async () => {
  const pages = await Promise.all(
    (await charterPaths()).map(async (path) => {
      const html = await portal(path);
      const sheets = await Promise.all(sheetsOf(html).map(bytesOfSheet));
      return {
        path,
        html,
        bytes: zipped(html) + sheets.reduce((sum, bytes) => sum + bytes, 0),
        styled: sheets.length > 0,
      };
    }),
  );

  it('is among those that are measured', () => {
    expect(pages.map((page) => page.path)).toEqual(
      expect.arrayContaining(['/ng/inec/', '/sw/ng/inec/', '/ke/immigration/']),
    );
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter((page) => !page.styled).map((page) => page.path)).toEqual([]);
  });

  it(`arrives with its style sheets in ${PAGE_BYTES_MAX} bytes`, () => {
    const tooLarge = pages
      .filter((page) => page.bytes > PAGE_BYTES_MAX)
      .sort((a, b) => b.bytes - a.bytes)
      .map((page) => `${page.path} needs ${page.bytes} bytes, ${page.bytes - PAGE_BYTES_MAX} too many.`);
    expect(
      tooLarge,
      'Move what is not needed at first sight to the charter’s background page, or make the markup leaner.',
    ).toEqual([]);
  });

  it('needs no script to be read: those that add what only a visitor’s phone knows come after it and are small', async () => {
    const scripts = new Map(pages.map(({ path, html }) => [path, html.match(/<script\b[^>]*>[^<]*/g) ?? []]));
    const others = [...scripts].filter(
      ([, found]) => !found.every((script) => /^<script type="module" src="\/[^"]+">$/.test(script)),
    );
    expect(others).toEqual([]);
    const addresses = new Set([...scripts.values()].flat().map((script) => /src="([^"]+)"/.exec(script)?.[1] ?? ''));
    const sent = await withImports(addresses);
    expect([...sent.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(SCRIPT_BYTES_MAX);
  });
});
