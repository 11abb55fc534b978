import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { editionOf } from '../build/edition-of.ts';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { Part } from '../frame/part.ts';
import { median } from '../frame/rounds.ts';
import { pageWeight, zippedBytes } from './page-weight.ts';

/**
 * What a server sends in the first round trip of a connection: ten segments of 1,460 bytes (RFC 6928), rounded down to
 * whole kilobytes.
 */
const FIRST_ROUND_TRIP_BYTES = 14 * 1024;

/** Kinds of pages that are visited most, by their path inside the edition. */
const kinds: Record<string, RegExp> = {
  home: /^index[.]html$/,
  country: /^[a-z]{2}[/]index[.]html$/,
  charter: /^[a-z]{2}[/](?!information-rights|report)[^/]+[/]index[.]html$/,
  service:
    /^[a-z]{2}[/][^/]+[/](?!(?:complain|information|history|background|print|poster|feedback|report|request)[/])[^/]+[/]index[.]html$/,
  search: /^search[/]index[.]html$/,
};

/** Bytes of pages with the style sheets they wait for, gzip, against what arrives in the first round trip. */
export const measureWeight: Part = async (options) => {
  const bodies = options.bodies[0] ?? 75;
  const { outDir } = await editionOf(bodies, options);
  const client = join(outDir, 'client');
  const files = (await readdir(client, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const found: Findings = { notes: ['HTML and style sheets, gzip -9, without pictures and scripts.'], figures: {} };
  const budget = { to: 'first round trip', runs: [FIRST_ROUND_TRIP_BYTES] };
  const sheets = new Map<string, Promise<number>>();
  for (const [kind, pattern] of Object.entries(kinds)) {
    const sizes = await Promise.all(
      files.filter((name) => pattern.test(name)).map((name) => weightOf(client, name, sheets)),
    );
    if (sizes.length === 0) continue;
    found.figures[kind] = toFigure([median(sizes)], 'bytes', budget);
    if (sizes.length > 1) found.figures[`${kind}-largest`] = toFigure([Math.max(...sizes)], 'bytes', budget);
  }
  const pages = files.filter((name) => name.endsWith('.html'));
  const onDisk = await Promise.all(files.map(async (name) => (await stat(join(client, name))).size));
  const megabytes = onDisk.reduce((sum, size) => sum + size, 0) / 1e6;
  found.figures[`edition-${bodies}`] = toFigure([megabytes], 'MB');
  found.figures['each-page-on-disk'] = toFigure([(megabytes * 1e6) / Math.max(1, pages.length)], 'bytes');
  return found;
};

async function weightOf(client: string, name: string, sheets: Map<string, Promise<number>>): Promise<number> {
  return pageWeight(await readFile(join(client, name), 'utf8'), (href) => {
    const known = sheets.get(href) ?? readFile(join(client, href)).then(zippedBytes);
    sheets.set(href, known);
    return known;
  });
}
